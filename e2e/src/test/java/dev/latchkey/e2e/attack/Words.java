package dev.latchkey.e2e.attack;

import dev.latchkey.e2e.http.Answer;
import org.assertj.core.api.SoftAssertions;

/** Checks that errors have words, for many answers of one test. */
final class Words extends SoftAssertions {

  /** No 500, and words if it is an error. */
  void in(String what, Answer answer) {
    assertThat(answer.status()).as("%s: %s", cut(what), answer).isLessThan(500);
    if (answer.status() >= 400) {
      refused(what, answer);
    }
  }

  /** Refused by the client's fault, with words. */
  void refused(String what, Answer answer) {
    assertThat(answer.status()).as("%s: %s", cut(what), answer).isBetween(400, 499);
    assertThat(answer.text("/id")).as("%s: %s", cut(what), answer).isNotEmpty();
    assertThat(answer.text("/message")).as("%s: %s", cut(what), answer).isNotEmpty();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(160, text.length()));
  }
}
