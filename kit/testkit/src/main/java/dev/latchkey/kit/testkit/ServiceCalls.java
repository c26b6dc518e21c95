package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Claims;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Service credentials for calls to internal endpoints. */
public final class ServiceCalls {

  /** Key id of another person who runs the platform; the first one's is {@code operator}. */
  public static final String SECOND_OPERATOR = Asker.OPERATOR.caller() + ".second";

  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private ServiceCalls() {}

  /** The {@code Authorization} header of a call from one service to another. */
  public static String header(Owner caller, Owner callee) {
    return header(caller.service(), callee.service());
  }

  /** The {@code Authorization} header of a call; a caller may also be {@code gateway}. */
  public static String header(String caller, String callee) {
    return header(caller, callee, Claims.SERVICE_TYPE, LIFETIME);
  }

  /** That of somebody who runs the platform, by the id of his key. */
  public static String operator(String keyId, Owner callee) {
    return header(keyId, Asker.OPERATOR.caller(), callee.service(), Claims.SERVICE_TYPE, LIFETIME);
  }

  /** One that ended a minute ago. */
  public static String expiredHeader(Owner caller, Owner callee) {
    return expiredHeader(caller.service(), callee.service());
  }

  /** The same of a caller that is no service of the house. */
  public static String expiredHeader(String caller, String callee) {
    return header(caller, callee, Claims.SERVICE_TYPE, LIFETIME.negated());
  }

  /** One with another JOSE {@code typ}, which must not be taken for a service credential. */
  public static String headerOfType(String type, Owner caller, Owner callee) {
    return header(caller.service(), callee.service(), type, LIFETIME);
  }

  private static String header(String caller, String callee, String type, Duration lifetime) {
    return header(caller, caller, callee, type, lifetime);
  }

  private static String header(
      String keyId, String caller, String callee, String type, Duration lifetime) {
    var now = Clock.systemUTC().instant().getEpochSecond();
    Map<String, Object> claims =
        Map.of(
            "iss",
            caller,
            "sub",
            caller,
            "aud",
            callee,
            "iat",
            Math.min(now, now + 2 * lifetime.toSeconds()),
            "exp",
            now + lifetime.toSeconds(),
            "jti",
            UUID.randomUUID().toString());
    return "Bearer " + TestKeys.sign(keyId, keyId, type, claims);
  }
}
