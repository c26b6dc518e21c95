package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.Secrets;
import dev.latchkey.local.launcher.people.AccountSearch;
import dev.latchkey.local.launcher.people.EventLog;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "tail", description = "Prints a person's events in order.")
final class Tail implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing until Ctrl-C.")
  private boolean follow;

  @Parameters(paramLabel = "EMAIL")
  private String email = "";

  @Override
  public Integer call() throws IOException, SQLException {
    var running = here.running();
    var secrets = Secrets.of(here.installation());
    var account =
        new AccountSearch("127.0.0.1:" + running.port("postgres"), secrets.postgres())
            .id(email)
            .orElseThrow(() -> new IOException("nobody has the address " + email));
    try (var events = new EventLog("127.0.0.1:" + running.port("kafka"), account)) {
      events.untilNow().forEach(System.out::println);
      if (follow) {
        events.follow(System.out::println);
      }
    }
    return 0;
  }
}
