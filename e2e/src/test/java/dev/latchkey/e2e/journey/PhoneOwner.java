package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Phone;
import dev.latchkey.e2e.person.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody with two-factor on, signed in with a code a moment ago, who sets a phone up. */
record PhoneOwner(Api api, Person person, SignedIn session) {

  static final String PATH = "/users/~/sms-number";

  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(70);

  /** Switches two-factor on for somebody new. */
  static PhoneOwner of(Api api, Person person) {
    var session = person.signIn("laptop");
    person.enrol(session);
    return new PhoneOwner(api, person, session);
  }

  Answer set(Phone phone) {
    return set(api, phone);
  }

  /** Sets a number up by another way in; a minute after the last text, if need be. */
  Answer set(Api other, Phone phone) {
    return afterTheMinute(
        other
            .put(PATH)
            .bearer(session.token())
            .password(person.password())
            .json(Map.of("number", phone.number())));
  }

  Answer confirm(String code) {
    return api.post(PATH + "/actions/confirm")
        .bearer(session.token())
        .json(Map.of("code", code))
        .sendPatiently();
  }

  /** A phone that is the account's now; when it counts is another matter. */
  void owns(Phone phone) {
    assertThat(set(phone)).hasStatus(200).hasText("/state", "code_sent");
    assertThat(confirm(phone.code(phone.texts().isEmpty() ? 1 : phone.texts().size())))
        .hasStatus(200);
  }

  Answer show() {
    return api.get(PATH).bearer(session.token()).send();
  }

  /** Asks for a code for the sign-in that waits; a minute after the last text, if need be. */
  Answer recover(String challenge) {
    return afterTheMinute(api.post(PATH + "/actions/recover").challenge(challenge));
  }

  /** The same, with the password in place of the challenge. */
  Answer recover() {
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
