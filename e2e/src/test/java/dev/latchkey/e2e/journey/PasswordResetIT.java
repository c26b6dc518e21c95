package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who forgot the password comes back in, and nobody else does. */
@OnThePlatform
class PasswordResetIT {

  private static final String NEW = "quite other words this time";

  private final Platform platform;
  private final Api api;
  private Person grace;
  private SignedIn here;

  PasswordResetIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    grace = platform.people().stranger("grace");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void grace_has_an_account_and_is_signed_in() {
    grace = platform.people().signedUp("grace");
    here = grace.signIn("laptop");
  }

  @Test
  void a_link_in_a_mail_sets_a_new_password_and_ends_all_that_had_access() {
    var key = grace.apiKey(here);
    var script = grace.authorize(here, "read");

    var answer = grace.reset(grace.askForReset(), NEW);

    assertThat(answer).hasStatus(200).hasText("/user/email", grace.email());
    assertThat(answer.text("/token")).isEmpty();
    assertThat(account(here.token())).isRefused(401, "unauthorized");
    assertThat(account(key)).isRefused(401, "unauthorized");
    // At once: the edge does not wait until token-service hears of it.
    assertThat(account(script)).isRefused(401, "unauthorized");
    assertThat(account(grace.signIn("again").token())).hasStatus(200);
    assertThat(grace.mailbox().mailAbout("Your password was set anew")).contains("From address: ");
  }

  // Attack 34.
  @Test
  @Tag("attack-34")
  void the_second_factor_is_asked_as_ever_and_half_a_sign_in_is_over() {
    grace.enrol(here);
    var half = grace.challenge();

    assertThat(grace.reset(grace.askForReset(), NEW)).hasStatus(200);

    assertThat(account(here.token())).isRefused(401, "unauthorized");
    assertThat(grace.signingIn().send()).isRefused(403, "two_factor");
    assertThat(api.post("/sessions").challenge(half).code(grace.authenticator().freshCode()).send())
        .isRefused(401, "challenge_over");
    assertThat(account(grace.signInWithCode().token()))
        .hasText("/two_factor_authentication", "true");
  }

  @Test
  void a_link_works_once_and_only_the_newest() {
    var older = grace.askForReset();
    var newer = grace.askForReset();

    assertThat(grace.resetting(older, NEW).send()).isRefused(422, "invalid_token");
    assertThat(grace.reset(newer, NEW)).hasStatus(200);
    assertThat(grace.resetting(newer, "yet other words this time").send())
        .isRefused(422, "invalid_token");
  }

  @Test
  void an_unknown_address_gets_the_same_answer_and_no_mail() {
    var stranger = platform.people().stranger("nobody");

    var known = ask(grace.email());
    var unknown = ask(stranger.email());

    assertThat(unknown).hasStatus(201).hasText("/user/email", stranger.email());
    assertThat(known).hasStatus(201).hasText("/user/email", grace.email());
    assertThat(unnamed(unknown, stranger)).isEqualTo(unnamed(known, grace));
    assertThat(stranger.mailbox().mails()).isEmpty();
  }

  @Test
  void another_address_counts_when_its_link_was_opened() {
    var elsewhere = platform.people().stranger("grace-elsewhere");

    var asked =
        api.patch("/account")
            .bearer(here.token())
            .json(Map.of("password", grace.password(), "email", elsewhere.email()))
            .send();
    var link = elsewhere.mailbox().linkToken();
    var confirmed = api.post("/users/~/email/actions/verify").json(Map.of("token", link)).send();

    assertThat(asked).hasStatus(200).hasText("/email", grace.email());
    assertThat(confirmed).hasStatus(200).hasText("/email", elsewhere.email());
    assertThat(account(here.token())).hasText("/email", elsewhere.email());
    assertThat(grace.mailbox().mailAbout("Your address was changed"))
        .contains("change the address");
    assertThat(elsewhere.mailbox().mailAbout("Your address was changed")).isNotEmpty();
  }

  private Answer ask(String email) {
    return api.post("/password-resets").json(Map.of("email", email)).send();
  }

  /** Without what the client sent, and without the time. */
  private static String unnamed(Answer answer, Person person) {
    return answer.body().replace(person.email(), "").replaceAll("[0-9T:.-]+Z", "");
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
