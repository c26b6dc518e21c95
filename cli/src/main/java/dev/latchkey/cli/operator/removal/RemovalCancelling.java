package dev.latchkey.cli.operator.removal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "two-factor:removal:cancel",
    description = {
      "Stop a removal of two-factor that waits, approved or not.",
      "Any operator may. It is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator two-factor:removal:cancel alice@example.com")
public final class RemovalCancelling implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public RemovalCancelling(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var id = AccountLookup.id(operator, account);
    var unused =
        Removal.of(operator.tell(Service.MFA, Call.delete(Removal.path(id))), Removal.NONE_WAITS);
    var screen = operator.screen();
    screen.show(
        JsonNodeFactory.instance.objectNode().put("account", id),
        () -> screen.line("Cancelled: two-factor stays on."));
    return ExitCode.OK.number();
  }
}
