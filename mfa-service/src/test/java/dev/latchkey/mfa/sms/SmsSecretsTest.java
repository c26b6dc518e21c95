package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No number and no code can be read in what is kept, nor in what is said. */
@QuarkusTest
class SmsSecretsTest {

  @Inject MovableClock clock;

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void tables_and_topics_have_no_number_and_no_code_in_the_clear() {
    NotificationStandIn.linesAre("mobile");
    var carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    var phone = Phone.of(carol);
    assertThat(phone.set().status()).isEqualTo(200);
    var setUp = phone.lastText();
    assertThat(phone.confirm(setUp).status()).isEqualTo(200);
    clock.advance(Duration.ofDays(1));
    assertThat(phone.recover().status()).isEqualTo(201);
    var signIn = phone.lastText();
    var secrets = List.of(phone.number, phone.number.substring(1), setUp, signIn);

    assertThat(tables()).contains("recovery_phone", "sms_code", "outbox", "attempt_floor");
    for (var table : tables()) {
      var rows = Rows.of("select row_to_json(t)::text from \"" + table + "\" t");
      for (var secret : secrets) {
        assertThat(rows).as(table).noneMatch(row -> row.contains(secret));
      }
    }
    Stream.of(Topic.MFA, Topic.MESSAGE)
        .forEach(topic -> {
          try (var log = EventLog.of(topic)) {
            var said = log.all();
            for (var secret : secrets) {
              assertThat(said).noneMatch(event -> event.toString().contains(secret));
            }
          }
        });
  }

  private static List<String> tables() {
    return Rows.of(
        "select table_name from information_schema.tables where table_schema = 'public'");
  }
}
