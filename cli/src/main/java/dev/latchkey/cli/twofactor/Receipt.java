package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.platform.Spoken;
import dev.latchkey.cli.terminal.Printable;
import dev.latchkey.cli.terminal.Screen;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change ended and what it left: the receipt of the cascade. */
final class Receipt {

  private final Screen screen;

  Receipt(Screen screen) {
    this.screen = screen;
  }

  void show(String done, JsonNode change) {
    screen.line(screen.style().good(done));
    var receipt = change.path("receipt");
    if (!receipt.isObject()) {
      screen.line("What else was signed out is on its way to your mailbox and to: latch log");
      return;
    }
    int signIns =
        receipt.path("sessions_ended").size() + receipt.path("authorizations_ended").size();
    screen.line(
        signIns == 0
            ? "You were signed in nowhere else."
            : "Signed out in " + Spoken.counted(signIns, "other place") + ":");
    list(receipt.path("sessions_ended"));
    list(receipt.path("authorizations_ended"));
    if (receipt.path("api_key_changed").asBoolean()) {
      screen.line("Your API key is a new one: latch api-key");
    }
    remains(receipt);
    screen.line("It took %d ms.".formatted(receipt.path("milliseconds").asLong()));
  }

  private void remains(JsonNode receipt) {
    var tokens = receipt.path("authorizations_remaining");
    if (!tokens.isEmpty()) {
      screen.line("These authorizations go on working (latch authorizations):");
      list(tokens);
    }
    long keys = receipt.path("ssh_keys_remaining").asLong();
    if (keys > 0) {
      screen.line("Git over SSH goes on working, with " + Spoken.counted(keys, "key") + ".");
    }
  }

  private void list(JsonNode things) {
    things.forEach(thing -> screen.line("  - " + name(thing)));
  }

  private static String name(JsonNode thing) {
    var parts =
        Stream.of("description", "client", "ip")
            .map(field -> thing.path(field).asText(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return Printable.of(parts);
  }
}
