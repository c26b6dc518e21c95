package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private final AccountId account = new AccountId(UUID.randomUUID());
  private final RecoveryCodeUsed fact =
      new RecoveryCodeUsed(account, Instant.parse("2026-01-02T03:04:05Z"), 9, "sealed");

  @Test
  void what_another_service_says_is_in_the_log() {
    var id = OtherServiceSays.that(fact);

    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(RecoveryCodeUsed.class, account)).isEqualTo(fact);
      assertThat(log.await(event -> event.id().equals(id)).key()).isEqualTo(account.toString());
    }
  }

  @Test
  void an_event_said_twice_is_there_twice_under_one_id() {
    var id = OtherServiceSays.that(fact);
    OtherServiceSays.again(id, fact);

    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.all(RecoveryCodeUsed.class, account, Duration.ofSeconds(1))).hasSize(2);
      assertThat(log.all(AccountClosed.class, account, Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void what_was_said_survives_a_kill_of_kafka() {
    OtherServiceSays.that(fact);

    RealStores.kafka().killed().close();

    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(RecoveryCodeUsed.class, account)).isEqualTo(fact);
    }
  }

  @Test
  void every_hearer_has_a_topic_for_its_dead_letters() {
    for (var hearer : Owner.values()) {
      try (var log = EventLog.ofDeadLetters(Topic.MESSAGE, hearer)) {
        assertThat(log.all()).isEmpty();
      }
    }
  }
}
