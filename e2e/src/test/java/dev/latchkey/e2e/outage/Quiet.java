package dev.latchkey.e2e.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.Platform;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When nothing is on its way: all that was said is heard, and every mail is with its reader. */
final class Quiet {

  private static final String UNSENT =
      "select count(*) from delivery where state in ('requested', 'sending')";

  private Quiet() {}

  /** What is heard may be said of again, and mailed: so what is said is looked at last, too. */
  static void assertIn(Platform platform) {
    assertNothingUnsaid(platform);
    assertThat(platform.events().allHeard()).as("all is heard").isTrue();
    assertThat(platform.postgres().number(Owner.NOTIFICATION, UNSENT)).as("mails unsent").isZero();
    assertNothingUnsaid(platform);
  }

  /** Every outbox is empty. */
  static void assertNothingUnsaid(Platform platform) {
    var waiting =
        Stream.of(Owner.values())
            .collect(
                Collectors.toMap(
                    Owner::service,
                    owner -> platform.postgres().number(owner, "select count(*) from outbox")));
    assertThat(waiting).as("outboxes").allSatisfy((service, rows) -> assertThat(rows).isZero());
  }
}
