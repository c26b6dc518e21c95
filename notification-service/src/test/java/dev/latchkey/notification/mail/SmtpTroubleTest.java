package dev.latchkey.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message.AddressTaken;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.notification.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmtpTroubleTest.MoodyServer.class)
class SmtpTroubleTest {

  @Inject MessageSeal seal;
  @Inject Clock clock;

  private final AccountId alice = new AccountId(UUID.randomUUID());
  private final MessageId id = new MessageId(UUID.randomUUID());

  @Test
  void a_mail_server_that_is_busy_is_asked_again() {
    MoodySmtp.answers("451 4.3.0 try later", "451 4.3.0 try later", "250 2.1.5 fine");

    ask("somebody@example.com", Duration.ofMinutes(5));

    settles("sent");
    assertThat(attempts()).isEqualTo(3);
    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(MessageDelivered.class, alice).message()).isEqualTo(id);
    }
  }

  @Test
  void a_mail_server_that_hangs_up_is_asked_again() {
    MoodySmtp.answers(MoodySmtp.HANG_UP, "250 2.1.5 fine");

    ask("somebody@example.com", Duration.ofMinutes(5));

    settles("sent");
    assertThat(attempts()).isEqualTo(2);
  }

  /** Somebody waits for the link in it: whoever dies with a mail in hand keeps it no longer. */
  @Test
  void a_mail_that_is_being_handed_over_is_another_ones_within_a_minute() {
    MoodySmtp.answers(MoodySmtp.SILENCE, "250 2.1.5 fine");

    ask("somebody@example.com", Duration.ofMinutes(5));

    settles("sending");
    assertThat(
            Rows.of(
                "select due_at between now() + interval '20s' and now() + interval '1min' from delivery where message = '"
                    + id
                    + "'"))
        .containsExactly("t");
  }

  @Test
  void a_mail_server_that_says_never_is_not_asked_again() {
    MoodySmtp.answers("550 5.1.1 <nobody@example.com> unknown");

    ask("nobody@example.com", Duration.ofMinutes(5));

    settles("failed");
    assertThat(attempts()).isEqualTo(1);
    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(MessageFailed.class, alice).reason()).isEqualTo("smtp_550");
    }
  }

  /** Time enough for more than one try, also where the event itself comes seconds late. */
  @Test
  void what_can_not_be_sent_in_time_fails() {
    MoodySmtp.answers("451 4.3.0 try later");

    ask("somebody@example.com", Duration.ofSeconds(15));

    settles("failed");
    assertThat(attempts()).isGreaterThan(1);
    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(MessageFailed.class, alice).reason()).isEqualTo("expired");
    }
  }

  private void ask(String address, Duration worth) {
    var now = clock.instant();
    var sealed = seal.seal(id, new AddressTaken(address));
    var _ = OtherServiceSays.that(new MessageRequested(alice, now, id, sealed, now.plus(worth)));
  }

  private void settles(String state) {
    var query = "select state from delivery where message = '" + id + "'";
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> Rows.of(query).contains(state));
  }

  private int attempts() {
    return Integer.parseInt(
        Rows.of("select attempts from delivery where message = '" + id + "'").getFirst());
  }

  public static final class MoodyServer implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(MoodySmtp.class));
    }
  }
}
