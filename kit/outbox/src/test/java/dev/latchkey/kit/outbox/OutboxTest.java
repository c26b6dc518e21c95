package dev.latchkey.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealStores.class,
    initArgs = @ResourceArg(name = "service", value = "mfa"))
class OutboxTest {

  @Inject Doing doing;

  @Test
  void a_committed_fact_is_published_as_a_cloud_event() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      var id = Doing.run(() -> doing.say(Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      assertThat(SaidOn.headers(record))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "ce_specversion", "1.0",
                  "ce_id", id.toString(),
                  "ce_source", "/mfa-service",
                  "ce_type", "dev.latchkey.mfa.RecoveryCodeUsed.v1",
                  "ce_time", "2026-11-21T10:15:30.123456789Z",
                  "ce_subject", account.toString(),
                  "ce_dataschema", "urn:latchkey:schema:RecoveryCodeUsed:1",
                  "ce_partitionkey", account.toString(),
                  "content-type", "application/json"));
      assertThat(new String(record.value(), UTF_8))
          .isEqualTo(
              "{\"account\":\"%s\",\"at\":\"%s\",\"left\":9,\"origin\":\"k1.sealed\"}"
                  .formatted(account, Facts.AT));
    }
  }

  @Test
  void an_id_is_a_random_uuid() {
    var account = Facts.anAccount();

    var id = Doing.run(() -> doing.say(Facts.codeUsed(account, 9))).value();

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void a_given_id_is_the_events_id() {
    var account = Facts.anAccount();
    var given = new EventId(UUID.randomUUID());
    try (var said = new SaidOn("latchkey.mfa")) {

      Doing.run(() -> doing.sayUnder(given, Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      assertThat(SaidOn.headers(record)).containsEntry("ce_id", given.toString());
    }
  }

  @Test
  void a_rollback_says_nothing() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      assertThatExceptionOfType(Doing.ChangeFailed.class)
          .isThrownBy(() -> Doing.run(() -> doing.sayAndFail(Facts.codeUsed(account, 9))));

      assertThat(said.after(Duration.ofSeconds(1), SaidOn.by(account.toString()))).isEmpty();
    }
  }

  @Test
  void nothing_is_said_outside_a_transaction() {
    var fact = Facts.codeUsed(Facts.anAccount(), 9);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Doing.run(() -> doing.sayWithoutTransaction(fact)))
        .withMessageContaining("@WithTransaction");
  }

  @Test
  void the_trace_goes_on_where_the_event_is_heard() {
    var account = Facts.anAccount();
    try (var said = new SaidOn("latchkey.mfa")) {

      var trace = Doing.run(() -> doing.sayTraced(Facts.codeUsed(account, 9)));

      var record = said.await(1, SaidOn.by(account.toString())).getFirst();
      assertThat(SaidOn.headers(record).get("traceparent")).startsWith("00-" + trace + "-");
    }
  }
}
