package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Signs somebody up and follows the link in the mail. */
final class SigningUp {

  private static final Duration MAIL_PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 100;

  private final Installation installation;
  private final PublicApi api;

  SigningUp(Installation installation, PublicApi api) {
    this.installation = installation;
    this.api = api;
  }

  void of(Person person) throws IOException, InterruptedException {
    var mailbox = new Mailbox(installation, person.email());
    var before = mailbox.newestToken();
    api.post("/users", Map.of(), Map.of("email", person.email(), "password", person.password()))
        .orFail("signing up " + person);
    long deadline = System.nanoTime() + MAIL_PATIENCE.toNanos();
    while (mailbox.newestToken().equals(before)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("no mail came to " + person);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    var token = mailbox.newestToken().orElse("");
    api.post("/users/~/email/actions/verify", Map.of(), Map.of("token", token))
        .orFail("verifying the address of " + person);
  }
}
