package dev.latchkey.kit.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.kit.identity.jose.KeyId;
import dev.latchkey.kit.identity.jose.ServiceKey;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Says to other services who calls: a JWT under this service's own key, for one callee, for a
 * minute. Put {@code @RegisterProvider(ServiceCredential.class)} and {@link Callee} on a REST
 * client interface; whoever calls without one asks {@link #forCallee}.
 */
@Singleton
@Startup // Keys that are not what they should be keep the service from starting.
public class ServiceCredential implements ClientRequestFilter {

  private static final int LIFE_SECONDS = 60;

  /** One is on its way with at least 15 seconds to live. */
  private static final int REUSE_SECONDS = 45;

  private static final int MOST_CALLEES = 100;
  private static final String INVOKED = "org.eclipse.microprofile.rest.client.invokedMethod";

  private final String name;
  private final @Nullable ServiceKey key;
  private final LoadingCache<String, String> signed =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLEES)
          .expireAfterWrite(REUSE_SECONDS, TimeUnit.SECONDS)
          .build(this::sign);

  /**
   * @param name this service's name: issuer and subject
   * @param jwk this service's private key, EC P-256, without one nothing can be called; its {@code
   *     kid} is {@link KeyId one of this service's}, and without a {@code kid} the service's name
   */
  @Inject
  public ServiceCredential(
      @ConfigProperty(name = "latchkey.service.name") String name,
      @ConfigProperty(name = "latchkey.service.key") Optional<String> jwk) {
    this.name = name;
    this.key = jwk.map(own -> ServiceKey.of(name, own)).orElse(null);
  }

  /** The compact JWT to call a service with. Takes some 200 microseconds every 45 seconds. */
  public String forCallee(String callee) {
    return signed.get(callee);
  }

  @Override
  public void filter(ClientRequestContext request) {
    var callee =
        ((Method) request.getProperty(INVOKED)).getDeclaringClass().getAnnotation(Callee.class);
    if (callee == null) {
      throw new IllegalStateException("a client with a service credential needs @Callee");
    }
    request
        .getHeaders()
        .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + forCallee(callee.value()));
  }

  private String sign(String callee) {
    if (key == null) {
      throw new IllegalStateException("latchkey.service.key is not set");
    }
    var now = NumericDate.now();
    var expires = NumericDate.fromSeconds(now.getValue() + LIFE_SECONDS);
    var claims = new JwtClaims();
    claims.setIssuer(name);
    claims.setSubject(name);
    claims.setAudience(callee);
    claims.setIssuedAt(now);
    claims.setExpirationTime(expires);
    var jws = key.signature(Claims.SERVICE_TYPE);
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException broken) {
      throw new IllegalStateException("latchkey.service.key does not sign", broken);
    }
  }
}
