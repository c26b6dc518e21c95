package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.platform.Spoken;
import dev.latchkey.cli.terminal.Printable;
import java.time.Duration;
import java.util.Locale;

/**
 * The password was right, now the second factor: asked until it is right or the platform ends it.
 */
final class Challenge {

  private static final String SMS = "sms";

  private final Invocation invocation;
  private final String email;
  private final String password;
  private final String id;
  private final boolean recoveryCodes;
  private final boolean sms;
  private boolean sent;

  Challenge(Invocation invocation, String email, String password, JsonNode challenge) {
    this.invocation = invocation;
    this.email = email;
    this.password = password;
    this.id = challenge.path("id").asText();
    this.recoveryCodes = offers(challenge, "recovery_code");
    this.sms = offers(challenge, SMS);
  }

  /** Only what this person has is offered. */
  private static boolean offers(JsonNode challenge, String method) {
    return challenge.path("methods").valueStream().anyMatch(each -> each.asText().equals(method));
  }

  /** Asks; the answer of the sign-in that followed. */
  JsonNode pass(Call opening) {
    offer();
    while (true) {
      var typed = invocation.terminal().ask("Two-factor code: ");
      if (sms && typed.toLowerCase(Locale.ROOT).equals(SMS)) {
        send();
      } else if (typed.isEmpty()) {
        remind();
      } else {
        var answer = invocation.api().send(opening.challenge(id).code(typed));
        if (!answer.is("invalid_two_factor_code")) {
          return answer.orFail();
        }
        invocation.screen().aside("That code was not accepted. Wait for the next one.");
      }
    }
  }

  private void offer() {
    var ways = recoveryCodes ? "a recovery code" : "";
    if (sms) {
      ways += (ways.isEmpty() ? "" : ", or ") + "`sms` to get a code by SMS";
    }
    if (!ways.isEmpty()) {
      invocation.screen().aside("No app at hand? Type " + ways + ".");
    }
  }

  private void send() {
    var answer =
        invocation.api().send(Call.post("/users/~/sms-number/actions/recover").challenge(id));
    if (answer.is("rate_limit")) {
      invocation.screen().aside(answer.failure().sentence());
      return;
    }
    var text = answer.orFail();
    sent = true;
    invocation
        .screen()
        .aside(
            "A code is on its way to %s. It works for %s; press Enter to see whether it arrived."
                .formatted(
                    Printable.of(text.path("sms_number").asText()),
                    Spoken.of(Duration.ofSeconds(text.path("expires_in").asLong()))));
  }

  /** After a text Enter asks how it fares; otherwise it says again what can be typed. */
  private void remind() {
    if (!sent) {
      offer();
      return;
    }
    Answer answer = invocation.api().send(Call.get("/users/~/sms-number").basic(email, password));
    var delivery = answer.ok() ? answer.body().path("delivery") : answer.body().path("none");
    if (!answer.ok() && answer.failure().code() == ExitCode.LATER) {
      throw new Failure(ExitCode.LATER, "rate_limit", answer.failure().sentence());
    }
    var reason = delivery.path("reason").asText("");
    invocation
        .screen()
        .aside(
            "The text: "
                + Printable.of(
                    delivery.path("state").asText("nothing is known yet").replace('_', ' '))
                + (reason.isEmpty() ? "." : " (" + Printable.of(reason) + ")."));
  }
}
