package dev.latchkey.cli.login;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "verify",
    description =
        "Show that an e-mail address is yours, with the link of the mail that went there.")
public final class Verify implements Callable<Integer> {

  private final Invocation invocation;

  public Verify(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var account =
        Verification.of(invocation, invocation.terminal().askSecretly("Link in the mail: "));
    var screen = invocation.screen();
    screen.show(account, () -> screen.line("The address is verified. Sign in with: latch login"));
    return ExitCode.OK.number();
  }
}
