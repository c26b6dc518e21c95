package dev.latchkey.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** When nothing is on its way: all that was said is heard, and every mail is with its reader. */
public final class Quiet {

  private static final String UNSENT =
      "select count(*) from delivery where state in ('requested', 'sending')";

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(60));

  private Quiet() {}

  /** Waits for it. */
  public static void await(Platform platform) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        // A store that was just started again may not answer yet.
        .ignoreExceptions()
        .untilAsserted(() -> assertIn(platform));
  }

  /** What is heard may be said of again, and mailed: so what is said is looked at last, too. */
  private static void assertIn(Platform platform) {
    assertNothingUnsaid(platform);
    assertThat(platform.events().allHeard()).as("all is heard").isTrue();
    assertThat(platform.postgres().number(Owner.NOTIFICATION, UNSENT)).as("mails unsent").isZero();
    assertNothingUnsaid(platform);
  }

  /** Every outbox is empty. */
  public static void assertNothingUnsaid(Platform platform) {
    var waiting =
        Stream.of(Owner.values())
            .collect(
                Collectors.toMap(
                    Owner::service,
                    owner -> platform.postgres().number(owner, "select count(*) from outbox")));
    assertThat(waiting).as("outboxes").allSatisfy((service, rows) -> assertThat(rows).isZero());
  }
}
