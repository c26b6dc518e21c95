package dev.latchkey.cli.twofactor;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "2fa:disable",
    description = {
      "Switch two-factor off; asks for the password.",
      "It also works without the app, where you signed in with a code, or switched two-factor on."
    })
public final class TwoFactorDisabling implements Callable<Integer> {

  private final Invocation invocation;

  public TwoFactorDisabling(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var change = invocation.signedIn().askWithPassword(Call.delete("/account/two-factor"));
    var screen = invocation.screen();
    screen.show(change, () -> new Receipt(screen).show("Two-factor is off.", change));
    return ExitCode.OK.number();
  }
}
