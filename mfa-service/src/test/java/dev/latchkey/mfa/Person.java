package dev.latchkey.mfa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.TestIdentity;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Somebody with an account and a session, and perhaps an authenticator app. */
public final class Person {

  public static final String TWO_FACTOR = "/account/two-factor";
  public static final String CONFIRM = TWO_FACTOR + "/actions/confirm";
  public static final String RECOVERY_CODES = "/account/recovery-codes";

  public final AccountId account = new AccountId(UUID.randomUUID());
  public final SessionId session = new SessionId(UUID.randomUUID());
  private final int epoch = 7;
  private final String email;

  private Person(String name) {
    this.email = name + "@example.com";
    AuthStandIn.knows(account, epoch, email);
  }

  /** Somebody without a second factor. */
  public static Person named(String name) {
    return new Person(name);
  }

  public String email() {
    return email;
  }

  /** What the edge says of this person's session. */
  public TestIdentity identity() {
    return TestIdentity.of(account).session(session).epoch(epoch);
  }

  public Answer status() {
    return Service.ask(Verb.GET, TWO_FACTOR, identity().header(), "");
  }

  /** Starts an enrolment, with the password. */
  public Answer begin() {
    return begin(identity -> identity);
  }

  /** Starts an enrolment, with the password and whatever else. */
  public Answer begin(UnaryOperator<TestIdentity> more) {
    var identity = more.apply(identity().withPassword(Verb.POST, TWO_FACTOR));
    return Service.ask(Verb.POST, TWO_FACTOR, identity.header(), "");
  }

  public Answer confirm(String code) {
    return confirm(identity(), code);
  }

  /** Confirms as somebody else's session, perhaps. */
  public Answer confirm(TestIdentity identity, String code) {
    return Service.ask(Verb.POST, CONFIRM, identity.header(), "{\"code\":\"" + code + "\"}");
  }

  /** Scans a QR code's text. */
  public static IndependentTotp scan(Answer begun) {
    return IndependentTotp.scanned(URI.create(begun.text("otpauth_uri")));
  }

  /** Switches two-factor on with a new app, whose code of that moment is then used. */
  public IndependentTotp enrol(Instant now) {
    var app = scan(begin());
    var answer = confirm(app.codeAt(now));
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
    return app;
  }

  /** Asks for new recovery codes, with password and second factor. */
  public Answer issueCodes() {
    return recoveryCodes(Verb.POST, identity -> identity);
  }

  /** Ten new recovery codes, as they are shown. */
  public List<String> newCodes() {
    var answer = issueCodes();
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
    return StreamSupport.stream(answer.json().spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Looks at the recovery codes that are left, with password and second factor. */
  public Answer viewCodes() {
    return recoveryCodes(Verb.GET, identity -> identity);
  }

  /** Issues or views recovery codes as somebody who has shown both, changed by the test. */
  public Answer recoveryCodes(Verb verb, UnaryOperator<TestIdentity> change) {
    var shown =
        identity()
            .twoFactor(true)
            .withPassword(verb, RECOVERY_CODES)
            .factorAt(Clock.systemUTC().instant());
    return Service.ask(verb, RECOVERY_CODES, change.apply(shown).header(), "");
  }

  /** What mfa-service says of a code at sign-in. */
  public String verify(String code) {
    return verified(code, false).text("outcome");
  }

  /** As {@link #verify}, from a device that is known or not. */
  public Answer verified(String code, boolean knownDevice) {
    return Service.askInternally(Verb.POST, verifyPath(), verifyBody(code, knownDevice));
  }

  /** As {@link #verify}, without waiting. */
  public CompletableFuture<Answer> verifyAsync(String code) {
    return Service.askInternallyAsync(Verb.POST, verifyPath(), verifyBody(code, false));
  }

  /** Whether a factor is due at sign-in. */
  public Answer due() {
    return Service.askInternally(Verb.GET, factorPath(), "");
  }

  /** True when the password alone signs nobody in. */
  public boolean hasSecondFactor() {
    return due().json().path("due").asBoolean();
  }

  public String factorPath() {
    return "/internal/accounts/" + account + "/second-factor";
  }

  public String verifyPath() {
    return factorPath() + "/actions/verify";
  }

  private static String verifyBody(String code, boolean knownDevice) {
    return """
    {"code":"%s","epoch":7,"knownDevice":%s,"challenge":null,"purpose":"SIGN_IN",
    "origin":{"ip":"192.0.2.1","client":"a test"}}
    """
        .formatted(code, knownDevice);
  }
}
