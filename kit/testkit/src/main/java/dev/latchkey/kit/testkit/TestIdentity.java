package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An identity as the edge would sign it, for tests of services behind it: by default of a session
 * with global scope, epoch 0, no second factor and no step-up. Immutable; each method answers a
 * changed copy.
 */
public final class TestIdentity {

  /** Name and {@code kid} of the key. */
  static final String KEY = "test-edge";

  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final Duration STEP_UP_LIFETIME = Duration.ofSeconds(5);

  private final Map<String, Object> claims;
  private final String key;
  private final String type;

  private TestIdentity(Map<String, Object> claims, String key, String type) {
    this.claims = Map.copyOf(claims);
    this.key = key;
    this.type = type;
  }

  /** Somebody who is signed in with a session. */
  public static TestIdentity of(AccountId account) {
    var now = now();
    return new TestIdentity(
            Map.of(
                "iss", Claims.ISSUER,
                "aud", Claims.AUDIENCE,
                "sub", account.toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond()),
            KEY,
            Claims.IDENTITY_TYPE)
        .credential(CredentialKind.SESSION, UUID.randomUUID())
        .epoch(0)
        .scopes(Scope.GLOBAL)
        .proofs(Proof.PASSWORD)
        .twoFactor(false)
        .qualified(true)
        .origin("192.0.2.1", "a test");
  }

  public TestIdentity session(SessionId session) {
    return credential(CredentialKind.SESSION, session.value());
  }

  public TestIdentity credential(CredentialKind kind, UUID id) {
    return with(Claims.KIND, kind.text()).with(Claims.CREDENTIAL, id.toString());
  }

  /** Id of the token behind an authorization. */
  public TestIdentity token(UUID id) {
    return with(Claims.TOKEN, id.toString());
  }

  /** The token came in the place of a password; needs {@link #stepUp}. */
  public TestIdentity asPassword() {
    return with(Claims.AS_PASSWORD, true);
  }

  public TestIdentity epoch(int epoch) {
    return with(Claims.EPOCH, epoch);
  }

  public TestIdentity scopes(Scope... scopes) {
    return with(Claims.SCOPE, Scope.join(Set.of(scopes)));
  }

  public TestIdentity proofs(Proof... proofs) {
    return with(Claims.METHODS, Stream.of(proofs).map(Proof::text).toList());
  }

  /** Whether the account has a second factor, as the edge knows it. */
  public TestIdentity twoFactor(boolean on) {
    return with(Claims.TWO_FACTOR, on);
  }

  public TestIdentity qualified(boolean qualified) {
    return with(Claims.QUALIFIED, qualified);
  }

  public TestIdentity origin(String ip, String client) {
    return with(Claims.CLIENT_IP, ip).with(Claims.CLIENT_AGENT, client);
  }

  /** The password was proven in this request; needs {@link #stepUp}. */
  public TestIdentity passwordAt(Instant when) {
    return with(Claims.PASSWORD_AT, when.getEpochSecond());
  }

  /** When the credential or this request last showed a second factor. */
  public TestIdentity factorAt(Instant when) {
    return with(Claims.FACTOR_AT, when.getEpochSecond());
  }

  /** For this one request only, within five seconds. Other proofs are set by the other methods. */
  public TestIdentity stepUp(Verb verb, String path) {
    return with(Claims.METHOD, verb.name())
        .with(Claims.PATH, path)
        .with("jti", UUID.randomUUID().toString())
        .with("exp", now().plus(STEP_UP_LIFETIME).getEpochSecond());
  }

  /** Step-up with the password, proven now. */
  public TestIdentity withPassword(Verb verb, String path) {
    return stepUp(verb, path).passwordAt(now());
  }

  /** Any claim; null-free, of a type that JSON has. */
  public TestIdentity with(String claim, Object value) {
    var changed = new HashMap<>(claims);
    changed.put(claim, value);
    return new TestIdentity(changed, key, type);
  }

  /** One that ended a minute ago. */
  public TestIdentity expired() {
    var then = now().minus(LIFETIME);
    return with("exp", then.getEpochSecond()).with("iat", then.minus(LIFETIME).getEpochSecond());
  }

  /** Signed by a stranger's key that claims to be the edge's. */
  public TestIdentity forged() {
    return new TestIdentity(claims, "somebody-else", type);
  }

  /** With another JOSE {@code typ}, which must not be taken for an identity. */
  public TestIdentity ofType(String otherType) {
    return new TestIdentity(claims, key, otherType);
  }

  /** The value of the {@code Latchkey-Identity} header. */
  public String header() {
    return TestKeys.sign(key, KEY, type, claims);
  }

  private static Instant now() {
    // The verifier's clock is the machine's, whatever a test does to the service's.
    return Clock.systemUTC().instant();
  }
}
