package dev.latchkey.token.oauth;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.token.grant.CodeChallenge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Tells clients where things are and what is supported (RFC 8414). There is no {@code
 * authorization_endpoint} as long as there is no page at which a person lets an application in.
 */
@Cancellable(false)
@Path("/.well-known/oauth-authorization-server")
@ApplicationScoped
public class MetadataResource {

  private final String issuer;

  MetadataResource(@ConfigProperty(name = "latchkey.public-url") String publicUrl) {
    this.issuer = publicUrl.endsWith("/") ? publicUrl.replaceAll("/+$", "") : publicUrl;
  }

  @GET
  @Operation(operationId = "showMetadata", summary = "What the authorization server supports")
  public Metadata show() {
    var secret = List.of("client_secret_post");
    var secretOrNone = List.of("client_secret_post", "none");
    return new Metadata(
        issuer,
        issuer + "/oauth/tokens",
        issuer + "/oauth/introspect",
        issuer + "/oauth/revoke",
        List.of(Scope.values()),
        List.of("code"),
        List.of("authorization_code", "refresh_token"),
        secretOrNone,
        secret,
        secretOrNone,
        List.of(CodeChallenge.METHOD));
  }

  /** The members of RFC 8414 section 2 that apply. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Metadata(
      String issuer,
      String tokenEndpoint,
      String introspectionEndpoint,
      String revocationEndpoint,
      List<Scope> scopesSupported,
      List<String> responseTypesSupported,
      List<String> grantTypesSupported,
      List<String> tokenEndpointAuthMethodsSupported,
      List<String> introspectionEndpointAuthMethodsSupported,
      List<String> revocationEndpointAuthMethodsSupported,
      List<String> codeChallengeMethodsSupported) {}
}
