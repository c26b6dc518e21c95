package dev.latchkey.mfa;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.TestIdentity;
import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Somebody's phone: sets it up, and reads the texts that come to it. */
public final class Phone {

  public static final String PATH = "/users/~/sms-number";
  public static final String CONFIRM = PATH + "/actions/confirm";
  public static final String RECOVER = PATH + "/actions/recover";

  public final String number;
  private final Person owner;
  private int epoch = 7;

  private Phone(Person owner, String number) {
    this.owner = owner;
    this.number = number;
  }

  /** A phone with a number that nobody else in the tests has. */
  public static Phone of(Person owner) {
    return of(owner, anyNumber());
  }

  public static Phone of(Person owner, String number) {
    return new Phone(owner, number);
  }

  /** A valid mobile number, in a range of its own. */
  public static String anyNumber() {
    var chance = Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L);
    return "+49151%08d".formatted(chance);
  }

  /** The account's epoch is another one from now on. */
  public Phone inEpoch(int now) {
    epoch = now;
    AuthStandIn.epochIs(owner.account, now);
    return this;
  }

  /** Asks for the code that sets the number up, with password and second factor. */
  public Answer set() {
    return set(identity -> identity);
  }

  /** As {@link #set()}, as somebody who has shown both, changed by the test. */
  public Answer set(UnaryOperator<TestIdentity> change) {
    return Service.ask(
        Verb.PUT, PATH, change.apply(shown(Verb.PUT)).header(), "{\"number\":\"" + number + "\"}");
  }

  public Answer confirm(String code) {
    return Service.ask(Verb.POST, CONFIRM, identity().header(), "{\"code\":\"" + code + "\"}");
  }

  /** As {@link #confirm}, without waiting. */
  public CompletableFuture<Answer> confirmAsync(String code) {
    return CompletableFuture.supplyAsync(() -> confirm(code));
  }

  /** Sets the number up and confirms it by the text that came. */
  public Phone validated() {
    var set = set();
    var confirmed = confirm(lastText());
    if (set.status() != 200 || confirmed.status() != 200) {
      throw new AssertionError(set + " " + confirmed);
    }
    return this;
  }

  public Answer show() {
    return Service.ask(Verb.GET, PATH, identity().header(), "");
  }

  public Answer remove() {
    return Service.ask(Verb.DELETE, PATH, shown(Verb.DELETE).header(), "");
  }

  /** Asks for a code for a sign-in that has no challenge. */
  public Answer recover() {
    return recover(null);
  }

  /** Asks for a code for a sign-in. */
  public Answer recover(@Nullable String challenge) {
    return Service.ask(Verb.POST, RECOVER, firstFactor(Verb.POST, RECOVER, challenge).header(), "");
  }

  /** What who waits at sign-in is shown. */
  public Answer showAtSignIn() {
    return Service.ask(Verb.GET, PATH, firstFactor(Verb.GET, PATH, null).header(), "");
  }

  /** What mfa-service says of a code at a sign-in that has no challenge. */
  public String verify(String code) {
    return verify(code, null, "SIGN_IN");
  }

  /** What mfa-service says of a code. */
  public String verify(String code, @Nullable String challenge, String purpose) {
    return Service.askInternally(Verb.POST, owner.verifyPath(), body(code, challenge, purpose))
        .text("outcome");
  }

  /** The whole answer, from a device that is known or not. */
  public Answer verified(String code, boolean knownDevice) {
    var body = body(code, null, "SIGN_IN").replace("false", String.valueOf(knownDevice));
    return Service.askInternally(Verb.POST, owner.verifyPath(), body);
  }

  /** As {@link #verify(String)}, without waiting. */
  public CompletableFuture<Answer> verifyAsync(String code) {
    return Service.askInternallyAsync(Verb.POST, owner.verifyPath(), body(code, null, "SIGN_IN"));
  }

  /** The code in the last text that came, to whatever number of the account's. */
  public String lastText() {
    return last().code();
  }

  /** The last text. */
  public PhoneCode last() {
    return opened(lastRequest());
  }

  /** The last text as it is asked for. */
  public MessageRequested lastRequest() {
    var wanted =
        Rows.of(
            "select message from sms_code where account = '%s' order by expires_at desc limit 1"
                .formatted(owner.account));
    try (var log = EventLog.of(Topic.MESSAGE)) {
      return log.await(said ->
              said.fact(MessageRequested.class)
                  .filter(fact -> wanted.contains(fact.message().toString()))
                  .isPresent())
          .fact(MessageRequested.class)
          .orElseThrow();
    }
  }

  /** How many texts were asked for, of an account. */
  public static long texts(AccountId account) {
    try (var log = EventLog.of(Topic.MESSAGE)) {
      return log.all(MessageRequested.class, account, Duration.ofSeconds(1)).size();
    }
  }

  private static PhoneCode opened(MessageRequested fact) {
    var seal = Arc.container().instance(MessageSeal.class).get();
    return (PhoneCode) seal.open(fact.message(), fact.sealed());
  }

  /** The time of the service under test, which a test may have moved. */
  private static Instant now() {
    return Arc.container().instance(Clock.class).get().instant();
  }

  private TestIdentity identity() {
    return owner.identity().epoch(epoch).twoFactor(true);
  }

  private TestIdentity shown(Verb verb) {
    return identity().withPassword(verb, PATH).factorAt(now());
  }

  /** Good for one request, as the edge signs it. */
  private TestIdentity firstFactor(Verb verb, String path, @Nullable String challenge) {
    var identity =
        TestIdentity.of(owner.account)
            .credential(CredentialKind.FIRST_FACTOR, UUID.randomUUID())
            .epoch(epoch)
            .twoFactor(true)
            .withPassword(verb, path);
    return challenge == null ? identity : identity.with("challenge", challenge);
  }

  private String body(String code, @Nullable String challenge, String purpose) {
    return """
    {"code":"%s","epoch":%d,"knownDevice":false,"challenge":%s,"purpose":"%s",
    "origin":{"ip":"192.0.2.1","client":"a test"}}
    """
        .formatted(code, epoch, challenge == null ? "null" : '"' + challenge + '"', purpose);
  }
}
