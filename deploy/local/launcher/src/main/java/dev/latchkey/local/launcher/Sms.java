package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.people.TextBox;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "sms", description = "Prints the texts to a number that were not really sent.")
final class Sms implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "NUMBER", description = "With its country: +4915112345678.")
  private String number = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var texts = new TextBox(here.installation(), number).awaitTexts(PATIENCE);
    if (texts.isEmpty()) {
      throw new IOException("no text to " + number);
    }
    System.out.println(String.join("\n\n----------------\n", texts));
    return 0;
  }
}
