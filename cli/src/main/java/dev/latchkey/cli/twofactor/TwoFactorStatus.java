package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Moment;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "2fa",
    description = "Show whether two-factor is on, and what there is for a day without the app.")
public final class TwoFactorStatus implements Callable<Integer> {

  private final Invocation invocation;

  public TwoFactorStatus(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var status = invocation.signedIn().ask(Call.get("/account/two-factor"));
    invocation.screen().show(status, () -> tell(status));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode status) {
    var screen = invocation.screen();
    if (!status.path("enabled").asBoolean()) {
      screen.line("Two-factor: " + screen.style().warning("off"));
      screen.aside("Switch it on with: latch 2fa:enable");
      return;
    }
    var facts = new LinkedHashMap<String, String>();
    facts.put("Two-factor", "on, since " + Moment.of(status.path("enabled_at")).day());
    facts.put("Recovery codes left", status.path("recovery_codes_left").asText("none"));
    facts.put("Recovery phone", status.path("recovery_phone").asText("none"));
    screen.properties(facts);
    if (status.path("recovery_codes_left").asInt() == 0) {
      screen.aside("For a day without your app: latch 2fa:recovery-codes --regenerate");
    }
  }
}
