package dev.latchkey.cli.operator.removal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "two-factor:removal:approve",
    description = {
      "Approve what another operator asked for: two-factor goes off in 72 hours.",
      "Make sure for yourself that it is the owner who wants it. It is written into the account's"
          + " security log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator two-factor:removal:approve alice@example.com")
public final class RemovalApproving implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public RemovalApproving(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var path = Removal.path(AccountLookup.id(operator, account)) + "/actions/approve";
    var removal = Removal.of(operator.ask(Service.MFA, Call.post(path)), Removal.NONE_WAITS);
    operator.screen().show(removal, () -> tell(removal));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode removal) {
    var screen = operator.screen();
    screen.line("Approved. Two-factor goes off at " + Removal.due(removal) + ",");
    screen.line("unless its owner has used it by then. To stop it:");
    screen.line("  latch-operator two-factor:removal:cancel " + Printable.of(account));
  }
}
