package dev.latchkey.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.notification.Mailbox;
import dev.latchkey.notification.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two versions of this service share the table while one takes the place of the other. */
@QuarkusTest
class RolloutTest {

  private final UUID alice = UUID.randomUUID();

  @Test
  void a_notice_of_the_next_version_waits_until_that_one_sends_it() {
    var inbox = new Mailbox(alice + "@example.com");
    OtherServiceStandIn.of(Owner.AUTH)
        .answer(
            "GET /internal/accounts/" + alice + "/addresses",
            200,
            "{\"emails\":[\"%s\"]}".formatted(inbox.address()));
    stored(Channel.MAIL, "passkey_added", false);
    awaitRow("attempts > 1 and state = 'requested'");

    // As the next version reads it.
    Rows.change("update delivery set kind = 'password_changed' where account = '" + alice + "'");

    awaitRow("state = 'sent'");
    assertThat(inbox.mails())
        .singleElement()
        .asString()
        .contains("Your password was changed", "192.0.2.7");
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void what_the_next_version_may_have_sent_stays_in_doubt(Channel channel) {
    stored(channel, "passkey_added", true);

    awaitRow("attempts > 1 and state = 'requested'");

    assertThat(Rows.of("select in_doubt from delivery where account = '" + alice + "'"))
        .isEqualTo(List.of("t"));
  }

  private void stored(Channel channel, String kind, boolean inDoubt) {
    Rows.change(
        """
        insert into delivery (message, account, channel, state, kind, facts, send_until, due_at,
          asked_at, in_doubt)
        values ('%s', '%s', '%s', 'requested', '%s', '{"ip": "192.0.2.7"}',
          now() + interval '1h', now(), now(), %s)
        """
            .formatted(UUID.randomUUID(), alice, channel.word(), kind, inDoubt));
  }

  private void awaitRow(String condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> Rows.count("delivery where account = '" + alice + "' and " + condition) == 1);
  }
}
