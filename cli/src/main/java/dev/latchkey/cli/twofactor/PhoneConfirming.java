package dev.latchkey.cli.twofactor;

import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "2fa:phone:confirm",
    description = "Validate the recovery phone with the code of the text; asks for it.")
public final class PhoneConfirming implements Callable<Integer> {

  private final Invocation invocation;

  public PhoneConfirming(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return new PhoneSetup(invocation).confirm(invocation.signedIn());
  }
}
