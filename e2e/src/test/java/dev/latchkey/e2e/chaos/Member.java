package dev.latchkey.e2e.chaos;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Somebody who lives through some rounds, and what the stores say about them. */
final class Member {

  static final Duration PATIENCE = Slack.of(Duration.ofSeconds(40));

  private static final int UNAVAILABLE = 503;
  private static final int UNAUTHORIZED = 401;

  private final Platform platform;
  private final Person person;
  private final UUID account;
  private SignedIn here;
  private String apiKey = "";

  private Member(Platform platform, Person person, UUID account, SignedIn here) {
    this.platform = platform;
    this.person = person;
    this.account = account;
    this.here = here;
  }

  /** Somebody new, signed in once. */
  static Member arriving(Platform platform, String name) {
    var person = platform.people().signedUp(name);
    var here = person.signIn("here");
    return new Member(platform, person, UUID.fromString(person.account(here)), here);
  }

  Person person() {
    return person;
  }

  UUID account() {
    return account;
  }

  /** The session that this person works with. */
  SignedIn here() {
    return here;
  }

  String apiKey() {
    return apiKey;
  }

  Platform platform() {
    return platform;
  }

  Api api() {
    return platform.api();
  }

  /** Signs in again when the session is gone, as after a loss of Redis. */
  void comeBack() {
    if (status(here.token()) == UNAUTHORIZED) {
      here = twoFactor() ? person.signInWithCode() : person.signIn("here again");
    }
  }

  /** Notes the API key, which no loss of Redis takes. */
  void keepApiKey() {
    comeBack();
    apiKey = person.apiKey(here);
  }

  /** What the edge says of a token, once it can tell. */
  int status(String token) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> account(token).status(), status -> status != UNAVAILABLE);
  }

  private Answer account(String token) {
    return api().get("/account").bearer(token).send();
  }

  /** A token that was cut is not accepted, whatever a store brings back. */
  void assertShutOut(String token) {
    assertThat(status(token)).as("%s: a token that was ended", person).isEqualTo(UNAUTHORIZED);
  }

  /** A token that nobody ended is accepted; where sessions get lost it may be gone. */
  void assertIn(String token, boolean mayBeLost) {
    assertThat(status(token))
        .as("%s: a token that nobody ended", person)
        .isIn(mayBeLost ? List.of(200, UNAUTHORIZED) : List.of(200));
  }

  /** The password alone is enough, as long as there is no second factor. */
  void assertPasswordIsEnough() {
    assertThat(person.signingIn().sendPatiently()).hasStatus(201);
  }

  /** Two-factor is on, by one factor. */
  boolean twoFactor() {
    return factors() == 1;
  }

  /** How many factors are in use; never more than one. */
  long factors() {
    return number(
        Owner.MFA,
        "select count(*) from totp_factor where account = ? and retired_by is null",
        account);
  }

  /** The account's epoch; 0 when there is no account. */
  long epoch() {
    return number(Owner.AUTH, "select epoch from account where id = ?", account);
  }

  /** How many lines of a kind the security log has. */
  long logLines(String type) {
    return number(
        Owner.NOTIFICATION,
        "select count(*) from security_event where account = ? and type = ?",
        account,
        type);
  }

  /** Every mail that was asked for arrived, and is one mail for its reader. */
  void assertOneMailARequest(Said said) {
    var sent =
        platform
            .postgres()
            .rows(
                Owner.NOTIFICATION,
                "select message::text from delivery where account = ? and state = 'sent'",
                account)
            .stream()
            .map(List::getFirst)
            .toList();
    assertThat(sent)
        .as("%s: mails that were asked for", person)
        .containsAll(said.messages(account));
    assertThat(person.mailbox().messageIds()).as("%s: mails", person).hasSize(sent.size());
  }

  long number(Owner owner, String query, Object... arguments) {
    return platform.postgres().number(owner, query, arguments);
  }
}
