package dev.latchkey.cli.operator.removal;

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
    name = "two-factor:removal:ask",
    description = {
      "Ask that two-factor be switched off, for an owner who has lost every factor.",
      "Another operator has to approve it; then 72 hours pass. Make sure first that it is the owner"
          + " who wants it. It is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator two-factor:removal:ask alice@example.com")
public final class RemovalAsking implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public RemovalAsking(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var call = Call.post(Removal.path(AccountLookup.id(operator, account)));
    var removal =
        Removal.of(
            operator.ask(Service.MFA, call),
            "Two-factor is not on for this account, or there is no such account.");
    operator.screen().show(removal, this::tell);
    return ExitCode.OK.number();
  }

  private void tell() {
    var screen = operator.screen();
    screen.line("Asked for. Now another operator has to approve it, with a key of their own:");
    screen.line("  latch-operator two-factor:removal:approve " + Printable.of(account));
    screen.line("72 hours after that two-factor goes off, unless its owner has used it by then.");
  }
}
