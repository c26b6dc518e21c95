package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.people.People;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "otp",
    description = "Prints a seeded person's current code, or the next recovery code.")
final class Otp implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "EMAIL")
  private String email = "";

  @Override
  public Integer call() throws IOException {
    var code =
        new People(here.installation())
            .code(email, Clock.systemUTC().instant())
            .orElseThrow(() -> new IOException(email + " has no code that is known here"));
    System.out.println(code);
    return 0;
  }
}
