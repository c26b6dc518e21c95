package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.people.People;
import dev.latchkey.local.launcher.people.TotpCode;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "otp", description = "Prints a seeded person's current code.")
final class Otp implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "EMAIL")
  private String email = "";

  @Override
  public Integer call() throws IOException {
    var secret =
        new People(here.installation())
            .totpSecret(email)
            .orElseThrow(() -> new IOException(email + " has no TOTP device that is known here"));
    System.out.println(TotpCode.at(secret, Clock.systemUTC().instant()));
    return 0;
  }
}
