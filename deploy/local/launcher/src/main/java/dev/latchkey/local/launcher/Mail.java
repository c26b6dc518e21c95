package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.people.Mailbox;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "mail", description = "Prints the mails to an address that were not really sent.")
final class Mail implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "EMAIL")
  private String email = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var mails = new Mailbox(here.installation(), email).awaitMails(PATIENCE);
    if (mails.isEmpty()) {
      throw new IOException("no mail to " + email);
    }
    System.out.println(String.join("\n\n----------------\n", mails));
    return 0;
  }
}
