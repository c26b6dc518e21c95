package dev.latchkey.kit.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.EventType;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.outbox.Doing;
import dev.latchkey.kit.outbox.Facts;
import dev.latchkey.kit.outbox.SaidOn;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A fact that may wait goes out with those that come soon after it, and never after one of them.
 */
@QuarkusTest
class GatheringTest {

  private static final String TOPIC = "latchkey.account";

  /** One gathers; of several one may begin when the time is nearly over. */
  private static final int GATHERINGS = 5;

  /** Milliseconds in which what does not wait is long gone. */
  private static final long A_RELAYS_ROUND = 100;

  @Inject Doing doing;

  @Test
  void what_may_wait_waits_for_the_next() throws InterruptedException {
    try (var said = new SaidOn(TOPIC)) {
      int together = 0;
      for (int i = 0; i < GATHERINGS; i++) {
        var account = Facts.anAccount();
        say(signedIn(account));
        TimeUnit.MILLISECONDS.sleep(A_RELAYS_ROUND);
        say(signedIn(account));
        long bothCommitted = System.currentTimeMillis();
        var records = said.await(2, SaidOn.by(account.toString()));
        if (records.getFirst().timestamp() >= bothCommitted) {
          together++;
        }
      }

      assertThat(together).isGreaterThan(GATHERINGS / 2);
    }
  }

  @RepeatedTest(5)
  void what_may_not_wait_takes_along_what_waits_in_order() {
    var account = Facts.anAccount();
    try (var said = new SaidOn(TOPIC)) {
      say(signedIn(account));
      say(new AccountEvent.EmailVerified(account, Facts.AT));

      assertThat(said.await(2, SaidOn.by(account.toString())))
          .extracting(GatheringTest::type)
          .containsExactly(EventType.SIGNED_IN.type(), EventType.EMAIL_VERIFIED.type());
    }
  }

  private void say(Event fact) {
    Doing.run(() -> doing.say(fact));
  }

  private static Event signedIn(AccountId account) {
    return new AccountEvent.SignedIn(
        account, Facts.AT, new SessionId(UUID.randomUUID()), List.of(Proof.PASSWORD), false, "k1");
  }

  private static String type(ConsumerRecord<String, byte[]> record) {
    return CloudEvent.text(record.headers(), CloudEvent.TYPE);
  }
}
