package dev.latchkey.mfa.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.IndependentSeal;
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

  @Test
  void a_number_is_kept_under_the_current_key_when_a_code_was_sent_to_it() throws Exception {
    NotificationStandIn.linesAre("mobile");
    var carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    var phone = Phone.of(carol).validated();
    clock.advance(Duration.ofDays(1));
    var id = columnOf(carol, "id");
    var old =
        IndependentSeal.ofTheRing("test-0")
            .seal("recovery-phone", "recovery_phone/" + id, phone.number.getBytes(US_ASCII));
    Rows.change(
        "update recovery_phone set sealed_number = '%s' where id = '%s'".formatted(old, id));

    assertThat(phone.recover().status()).isEqualTo(201);

    assertThat(phone.last().to()).isEqualTo(phone.number);
    assertThat(columnOf(carol, "sealed_number")).startsWith("test-1.");
  }

  @Test
  void a_number_that_was_copied_to_another_accounts_row_gets_no_text() {
    NotificationStandIn.linesAre("mobile");
    var carol = Person.named("carol");
    var thief = Person.named("thief");
    var unused = carol.enrol(clock.instant());
    var _ = thief.enrol(clock.instant());
    var phone = Phone.of(carol).validated();
    var _ = Phone.of(thief).validated();
    clock.advance(Duration.ofDays(1));
    Rows.change(
        "update recovery_phone set sealed_number = '%s' where account = '%s'"
            .formatted(columnOf(thief, "sealed_number"), carol.account));

    assertThat(phone.recover().status()).isEqualTo(500);
    assertThat(Phone.texts(carol.account)).isEqualTo(1);
  }

  private static String columnOf(Person person, String column) {
    return Rows.of(
            "select %s from recovery_phone where account = '%s'".formatted(column, person.account))
        .getFirst();
  }

  private static List<String> tables() {
    return Rows.of(
        "select table_name from information_schema.tables where table_schema = 'public'");
  }
}
