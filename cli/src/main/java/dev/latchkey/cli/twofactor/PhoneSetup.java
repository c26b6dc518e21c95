package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A recovery phone on its way: the number, the text, its code. */
final class PhoneSetup {

  private static final String LATER =
      "Then: latch 2fa:phone confirm. Whether the text arrived: latch 2fa:phone";

  private final Invocation invocation;

  PhoneSetup(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Sends a code to a number and takes it, unless the person has none yet. */
  int set(SignedIn signedIn, String number) {
    var phone =
        signedIn.askWithPassword(Call.put("/users/~/sms-number").json(Map.of("number", number)));
    var screen = invocation.screen();
    warn(phone);
    screen.aside(
        "A code is on its way to " + Printable.of(phone.path("number").asText(number)) + ".");
    return confirm(signedIn, () -> phone);
  }

  /** Takes the code of the text. */
  int confirm(SignedIn signedIn) {
    return confirm(signedIn, () -> signedIn.ask(Call.get("/users/~/sms-number")));
  }

  private int confirm(SignedIn signedIn, Supplier<JsonNode> unconfirmed) {
    var screen = invocation.screen();
    var code = invocation.terminal().ask("Code in the text (Enter: later): ");
    if (code.isEmpty()) {
      screen.show(unconfirmed.get(), () -> screen.line(LATER));
      return ExitCode.OK.number();
    }
    var phone =
        signedIn.ask(Call.post("/users/~/sms-number/actions/confirm").json(Map.of("code", code)));
    screen.show(phone, () -> tell(phone));
    return ExitCode.OK.number();
  }

  /** What is known of the phone. */
  void tell(JsonNode phone) {
    var screen = invocation.screen();
    var facts = new LinkedHashMap<String, String>();
    facts.put(
        "Recovery phone", phone.path("number").asText(phone.path("sms_number").asText("none")));
    facts.put("State", state(phone));
    facts.put("Text", delivery(phone.path("delivery")));
    screen.properties(facts);
    warn(phone);
  }

  private static String state(JsonNode phone) {
    return switch (phone.path("state").asText()) {
      case "code_sent" -> "waits for the code of the text: latch 2fa:phone confirm";
      case "waiting" -> "validated; counts from " + Moment.of(phone.path("usable_from")).minute();
      case "usable" -> "validated";
      default -> "";
    };
  }

  private static String delivery(JsonNode delivery) {
    var reason = delivery.path("reason").asText("");
    var state = delivery.path("state").asText("").replace('_', ' ');
    return reason.isEmpty() ? state : state + " (" + reason + ")";
  }

  private void warn(JsonNode phone) {
    var warning = phone.path("warning").asText("");
    if (!warning.isEmpty()) {
      var screen = invocation.screen();
      screen.aside(screen.style().warning("Careful: ") + Printable.of(warning));
    }
  }
}
