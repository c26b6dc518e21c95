package dev.latchkey.cli.twofactor;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "2fa:phone:remove", description = "Remove the recovery phone.")
public final class PhoneRemoving implements Callable<Integer> {

  private final Invocation invocation;

  public PhoneRemoving(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var phone = invocation.signedIn().askWithPassword(Call.delete("/users/~/sms-number"));
    var screen = invocation.screen();
    screen.show(phone, () -> screen.line("The recovery phone is removed."));
    return ExitCode.OK.number();
  }
}
