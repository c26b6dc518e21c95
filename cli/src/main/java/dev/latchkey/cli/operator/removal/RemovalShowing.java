package dev.latchkey.cli.operator.removal;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "two-factor:removal",
    description = {
      "Show the removal of two-factor that waits for an account.",
      "That you looked is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator two-factor:removal alice@example.com")
public final class RemovalShowing implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public RemovalShowing(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var call = Call.get(Removal.path(AccountLookup.id(operator, account)));
    var removal = Removal.of(operator.ask(Service.MFA, call), Removal.NONE_WAITS);
    var screen = operator.screen();
    screen.show(removal, () -> Removal.show(screen, removal));
    return ExitCode.OK.number();
  }
}
