package dev.latchkey.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Message.AddressTaken;
import dev.latchkey.contracts.event.Message.VerifyEmail;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.notification.Mailbox;
import dev.latchkey.notification.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailTest {

  private static final String LINK =
      "http://127.0.0.1:8080/verify?token=lkot_0123456789abcdefghijklmnopqrstuvw&very=long";

  @Inject MessageSeal seal;
  @Inject MovableClock clock;

  private final AccountId alice = new AccountId(UUID.randomUUID());
  private final MessageId id = new MessageId(UUID.randomUUID());
  private final Mailbox inbox = new Mailbox(UUID.randomUUID() + "@example.com");

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @Test
  void the_link_to_verify_an_address_arrives_once_however_often_it_was_asked_for() {
    var asked = asked(new VerifyEmail(inbox.address(), LINK), Duration.ofMinutes(10));

    var event = OtherServiceSays.that(asked);
    OtherServiceSays.again(event, asked);
    settles("sent");
    OtherServiceSays.again(event, asked);

    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(MessageDelivered.class, alice).message()).isEqualTo(id);
      assertThat(log.all(MessageDelivered.class, alice, Duration.ofSeconds(3))).hasSize(1);
    }
    assertThat(inbox.mails()).hasSize(1);
    assertThat(inbox.mails().getFirst())
        .contains("Message-ID: <" + id + "@latchkey>")
        .contains("Subject: Confirm your address")
        .contains("To: " + inbox.address());
    assertThat(unfolded(inbox.mails().getFirst())).contains(LINK);
  }

  @Test
  void who_has_an_account_is_told_when_somebody_signs_up_with_the_address() {
    OtherServiceSays.that(asked(new AddressTaken(inbox.address()), Duration.ofMinutes(10)));
    settles("sent");

    assertThat(inbox.mails()).hasSize(1);
    assertThat(inbox.mails().getFirst()).contains("has an account already");
  }

  @Test
  void what_is_asked_for_too_late_is_dropped_and_told() {
    OtherServiceSays.that(asked(new AddressTaken(inbox.address()), Duration.ofSeconds(-1)));
    settles("failed");

    try (var log = EventLog.of(Topic.DELIVERY)) {
      assertThat(log.await(MessageFailed.class, alice).reason()).isEqualTo("expired");
    }
    assertThat(inbox.mails()).isEmpty();
  }

  @Test
  void who_dies_while_sending_leaves_it_to_the_next_under_the_same_message_id() {
    OtherServiceSays.that(asked(new AddressTaken(inbox.address()), Duration.ofMinutes(30)));
    settles("sent");

    // As a process leaves it that dies between the mail server's 250 and the note of it.
    Rows.change(
        "update delivery set state = 'sending', sealed = '%s', settled_at = null, due_at = '%s' where message = '%s'"
            .formatted(
                seal.seal(id, new AddressTaken(inbox.address())),
                clock.instant().plus(Duration.ofMinutes(2)),
                id));
    Awaitility.await().during(Duration.ofSeconds(3)).until(() -> state().equals("sending"));
    clock.advance(Duration.ofMinutes(3));
    settles("sent");

    assertThat(inbox.mails())
        .hasSize(2)
        .allSatisfy(mail -> assertThat(mail).contains("Message-ID: <" + id + "@latchkey>"));
  }

  @Test
  void address_and_text_are_erased_once_it_is_sent() {
    OtherServiceSays.that(asked(new VerifyEmail(inbox.address(), LINK), Duration.ofMinutes(10)));
    settles("sent");

    assertThat(Rows.of("select d::text from delivery d where message = '" + id + "'").getFirst())
        .doesNotContain(inbox.address(), LINK, "test-1.");
  }

  @Test
  void no_address_and_no_link_is_ever_logged() {
    var lines = new Lines();
    Logger.getLogger("").addHandler(lines);
    try {
      OtherServiceSays.that(asked(new VerifyEmail(inbox.address(), LINK), Duration.ofMinutes(9)));
      settles("sent");
    } finally {
      Logger.getLogger("").removeHandler(lines);
    }

    assertThat(lines.said)
        .anyMatch(line -> line.contains(id.toString()))
        .noneMatch(line -> line.contains(inbox.address()) || line.contains("lkot_"));
  }

  @Test
  void a_message_that_was_not_sealed_by_us_is_a_dead_letter_and_the_next_is_sent() {
    var forged =
        new MessageRequested(
            alice, now(), new MessageId(UUID.randomUUID()), "x.y", now().plusSeconds(600));
    OtherServiceSays.that(forged);
    OtherServiceSays.that(asked(new AddressTaken(inbox.address()), Duration.ofMinutes(10)));
    settles("sent");

    try (var letters = EventLog.ofDeadLetters(Topic.MESSAGE, Owner.NOTIFICATION)) {
      var dead = letters.await(letter -> letter.key().equals(alice.toString()));
      assertThat(dead.json()).contains(forged.message().toString());
    }
    assertThat(inbox.mails()).hasSize(1);
  }

  private MessageRequested asked(Message message, Duration worth) {
    return new MessageRequested(alice, now(), id, seal.seal(id, message), now().plus(worth));
  }

  private Instant now() {
    return clock.instant();
  }

  private void settles(String state) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state().equals(state));
  }

  private String state() {
    return String.join("", Rows.of("select state from delivery where message = '" + id + "'"));
  }

  /** Without the soft line breaks of quoted-printable. */
  private static String unfolded(String mail) {
    return mail.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
  }

  private static final class Lines extends Handler {

    private final List<String> said = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord line) {
      said.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
