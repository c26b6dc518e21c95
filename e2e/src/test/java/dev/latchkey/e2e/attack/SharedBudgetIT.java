package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** There is no path without the limit: whichever door is tried, all of them count together. */
@OnThePlatform
class SharedBudgetIT {

  private static final int BUDGET = 10;
  private static final int AT_THE_DOOR = 3;
  private static final int TRIES = 40;

  /** Longer than a verification takes that its caller stopped waiting for. */
  private static final Duration LATE = Duration.ofSeconds(2);

  private final Platform platform;
  private final Api api;

  SharedBudgetIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  /** Somebody with two-factor, and what a thief may have of hers. */
  private record Victim(Person person, SignedIn session, String apiKey, String account) {}

  /** Where a code may be guessed. */
  enum CodeDoor {
    SIGN_IN,
    CHALLENGE,
    COMMAND_LINE,
    SSH_KEY,
    REPLACEMENT,
    SWITCHING_OFF,
    CLOSING,
    PASSWORD_CHANGE;

    Call open(Api api, Victim victim, String code) {
      var erin = victim.person();
      var token = victim.session().token();
      return switch (this) {
        case SIGN_IN -> erin.signingIn().code(code);
        case CHALLENGE -> api.post("/sessions").challenge(erin.challenge()).code(code);
        case COMMAND_LINE ->
            api.post("/oauth/authorizations").basic(erin.email(), erin.password()).code(code);
        case SSH_KEY ->
            api.post("/account/keys")
                .bearer(victim.apiKey())
                .code(code)
                .json(Map.of("public_key", SshKeys.line("guess")));
        case REPLACEMENT ->
            api.post("/account/two-factor").bearer(token).password(erin.password()).code(code);
        case SWITCHING_OFF ->
            api.delete("/account/two-factor").bearer(token).password(erin.password()).code(code);
        case CLOSING -> api.delete("/account").bearer(token).password(erin.password()).code(code);
        case PASSWORD_CHANGE ->
            api.patch("/account")
                .bearer(token)
                .code(code)
                .json(
                    Map.of("password", erin.password(), "new_password", "words that never count"));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("attack-13")
  void a_code_may_be_guessed_ten_times_over_all_doors_together(CodeDoor door) {
    var victim = victim();
    var authenticator = victim.person().authenticator();
    for (int i = 0; i < AT_THE_DOOR; i++) {
      var guess = counted(victim, () -> door.open(api, victim, authenticator.wrongCode()));
      assertThat(guess.status()).as("%s", guess).isIn(401, 403, 503);
    }
    assertThat(failures(victim)).as("counted at this door").isEqualTo(AT_THE_DOOR);

    useUp(victim);
    var late = patiently(() -> door.open(api, victim, authenticator.freshCode()));

    assertThat(late).isRefused(429, "rate_limit");
    assertThat(late.header("Retry-After")).isPresent();
    assertThat(failures(victim)).isEqualTo(BUDGET);
    assertThat(api.get("/account").bearer(victim.session().token()).send()).hasStatus(200);
  }

  /** Where a password may be guessed. */
  enum PasswordDoor {
    SIGN_IN,
    COMMAND_LINE,
    API_KEY,
    NEW_API_KEY,
    ENROLMENT,
    SWITCHING_OFF,
    SWITCHING_OFF_LIKE_HEROKU,
    PASSWORD_CHANGE,
    CLOSING;

    Call open(Api api, Victim victim, String password) {
      var email = victim.person().email();
      var token = victim.session().token();
      return switch (this) {
        case SIGN_IN -> api.post("/sessions").basic(email, password);
        case COMMAND_LINE -> api.post("/oauth/authorizations").basic(email, password);
        case API_KEY -> api.get("/oauth/authorizations/~").bearer(token).password(password);
        case NEW_API_KEY ->
            api.post("/oauth/authorizations/~/actions/regenerate-tokens")
                .bearer(token)
                .password(password);
        case ENROLMENT -> api.post("/account/two-factor").bearer(token).password(password);
        case SWITCHING_OFF -> api.delete("/account/two-factor").bearer(token).password(password);
        case SWITCHING_OFF_LIKE_HEROKU ->
            api.patch("/account")
                .bearer(token)
                .json(Map.of("password", password, "two_factor_authentication", false));
        case PASSWORD_CHANGE ->
            api.patch("/account")
                .bearer(token)
                .json(Map.of("password", password, "new_password", "words that never count"));
        case CLOSING -> api.delete("/account").bearer(token).password(password);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("attack-13")
  void a_password_may_be_guessed_ten_times_over_all_doors_together(PasswordDoor door) {
    var victim = victim();
    for (int i = 0; i < AT_THE_DOOR; i++) {
      var guess = patiently(() -> door.open(api, victim, "not the password at all"));
      assertThat(guess.status()).as("%s", guess).isIn(401, 403, 422);
    }
    for (int i = AT_THE_DOOR; i < BUDGET; i++) {
      var guess =
          patiently(() -> api.post("/sessions").basic(victim.person().email(), "no " + door));
      assertThat(guess).isRefused(401, "unauthorized");
    }

    var late = patiently(() -> door.open(api, victim, victim.person().password()));

    assertThat(late).isRefused(429, "rate_limit");
    assertThat(late.header("Retry-After")).isPresent();
    assertThat(api.get("/account").bearer(victim.session().token()).send()).hasStatus(200);
  }

  private Victim victim() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    erin.enrol(here);
    return new Victim(erin, here, erin.apiKey(here), erin.account(here));
  }

  /** Guesses at the front door until the budget is gone; looks at each being counted. */
  private void useUp(Victim victim) {
    var erin = victim.person();
    for (int i = AT_THE_DOOR; i < BUDGET; i++) {
      var guess = counted(victim, () -> erin.signingIn().code(erin.authenticator().wrongCode()));
      if (guess.status() != 503) {
        assertThat(guess).isRefused(401, "invalid_two_factor_code");
      }
      assertThat(failures(victim)).isEqualTo(i + 1L);
    }
  }

  /**
   * One guess that was looked at. On a busy machine its answer may come too late for who asked
   * (503); it counts all the same, and who knocks again for it would guess twice.
   */
  private Answer counted(Victim victim, Supplier<Call> guess) {
    var before = failures(victim);
    var answer = guess.get().send();
    for (int i = 0; i < TRIES && answer.status() == 503; i++) {
      pause(LATE);
      if (failures(victim) > before) {
        return answer;
      }
      answer = guess.get().send();
    }
    return answer;
  }

  /** Guesses that were looked at, as PostgreSQL counted them. */
  private long failures(Victim victim) {
    return platform
        .postgres()
        .number(
            Owner.MFA,
            "select failures from totp_factor where account = ? and retired_by is null",
            UUID.fromString(victim.account()));
  }

  /** A machine that is busy turns some away unlooked at; those do not count. */
  private static Answer patiently(Supplier<Call> call) {
    var answer = call.get().send();
    for (int i = 0; i < TRIES && answer.status() == 503; i++) {
      pause(Duration.ofMillis(250));
      answer = call.get().send();
    }
    return answer;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
