package dev.latchkey.cli.login;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "whoami",
    description = "Show who is signed in, as the platform sees it.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch whoami", "  latch whoami --json | jq .two_factor_authentication"})
public final class WhoAmI implements Callable<Integer> {

  private final Invocation invocation;

  public WhoAmI(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var account = invocation.signedIn().ask(Call.get("/account"));
    var screen = invocation.screen();
    screen.show(account, () -> screen.line(Printable.of(account.path("email").asText())));
    return ExitCode.OK.number();
  }
}
