package dev.latchkey.cli.twofactor;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "2fa:phone",
    description = "Show the recovery phone, masked, and how its last text fared.")
public final class PhoneStatus implements Callable<Integer> {

  private final Invocation invocation;

  public PhoneStatus(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var phone = invocation.signedIn().ask(Call.get("/users/~/sms-number"));
    invocation.screen().show(phone, () -> new PhoneSetup(invocation).tell(phone));
    return ExitCode.OK.number();
  }
}
