package dev.latchkey.e2e.person;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody with two-factor on, signed in with a code a moment ago, who sets a phone up. */
public record PhoneOwner(Api api, Person person, SignedIn session) {

  public static final String PATH = "/users/~/sms-number";

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(70);

  /** Switches two-factor on for somebody new. */
  public static PhoneOwner of(Api api, Person person) {
    var session = person.signIn("laptop");
    person.enrol(session);
    return new PhoneOwner(api, person, session);
  }

  /** Sets a number up; a minute after the last text, if need be. */
  public Answer set(Phone phone) {
    return set(api, phone);
  }

  /** Sets a number up by another way in; a minute after the last text, if need be. */
  public Answer set(Api other, Phone phone) {
    var call =
        other
            .put(PATH)
            .bearer(session.token())
            .password(person.password())
            .json(Map.of("number", phone.number()));
    var answer = afterTheMinute(call);
    // On a busy machine the cascade may be on its way still, and the session has shown no factor.
    return answer.status() == FORBIDDEN
        ? afterTheMinute(call.code(person.authenticator().freshCode()))
        : answer;
  }

  /** Validates the number by the code that was sent to it. */
  public Answer confirm(String code) {
    return api.post(PATH + "/actions/confirm")
        .bearer(session.token())
        .json(Map.of("code", code))
        .sendPatiently();
  }

  /** A phone that is the account's now; when it counts is another matter. */
  public void owns(Phone phone) {
    assertThat(set(phone)).hasStatus(200).hasText("/state", "code_sent");
    assertThat(confirm(phone.code(phone.texts().isEmpty() ? 1 : phone.texts().size())))
        .hasStatus(200);
  }

  /** What the account's owner sees of it. */
  public Answer show() {
    return api.get(PATH).bearer(session.token()).send();
  }

  /** Asks for a code for the sign-in that waits; a minute after the last text, if need be. */
  public Answer recover(String challenge) {
    return afterTheMinute(api.post(PATH + "/actions/recover").challenge(challenge));
  }

  /** The same, with the password in place of the challenge. */
  public Answer recover() {
    return afterTheMinute(
        api.post(PATH + "/actions/recover").basic(person.email(), person.password()));
  }

  private static Answer afterTheMinute(Call call) {
    var answer = call.sendPatiently();
    if (answer.status() != TOO_MANY) {
      return answer;
    }
    long seconds = answer.header("Retry-After").map(Long::parseLong).orElse(Long.MAX_VALUE);
    if (seconds > LONGEST_WAIT.toSeconds()) {
      return answer;
    }
    sleep(Duration.ofSeconds(seconds));
    return call.sendPatiently();
  }

  private static void sleep(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
