package dev.latchkey.cli.twofactor;

import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "2fa:phone:set",
    description = "Set a recovery phone, or change it: sends a code there.",
    footerHeading = "%nExamples:%n",
    footer = "  latch 2fa:phone set +4915112345678")
public final class PhoneSetting implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "NUMBER",
      arity = "0..1",
      description = "With the country's code, such as +49; asked for when left out.")
  private @Nullable String number;

  public PhoneSetting(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var asked =
        number == null ? invocation.terminal().ask("Number, such as +4915112345678: ") : number;
    return new PhoneSetup(invocation).set(signedIn, asked);
  }
}
