package dev.latchkey.mfa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EnrolmentTest {

  @Inject MovableClock clock;

  private Instant now = Instant.EPOCH;

  @BeforeEach
  void stop_the_clock() {
    now = clock.instant();
    clock.set(now);
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-22")
  @Tag("attack-24")
  void shows_a_secret_once_and_switches_nothing_on() {
    var alice = Person.named("alice");

    var begun = alice.begin();

    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.header("Cache-Control")).contains("no-store");
    assertThat(begun.text("secret")).matches("[A-Z2-7]{32}");
    assertThat(begun.text("otpauth_uri"))
        .isEqualTo(
            "otpauth://totp/Latchkey:alice@example.com?secret="
                + begun.text("secret")
                + "&issuer=Latchkey&algorithm=SHA1&digits=6&period=30");
    assertThat(begun.json().path("expires_in").asInt()).isEqualTo(600);
    assertThat(alice.status().json().path("enabled").asBoolean()).isFalse();
    assertThat(alice.status().json().path("enrolment_pending").asBoolean()).isTrue();
    assertThat(alice.status().toString()).doesNotContain(begun.text("secret"));
    assertThat(alice.due().json().path("due").asBoolean()).isFalse();
  }

  @Test
  @Tag("attack-5")
  void the_code_that_confirmed_signs_nobody_in() {
    var alice = Person.named("alice");
    var app = alice.enrol(now);

    assertThat(alice.verify(app.codeAt(now))).isEqualTo("WRONG");
    clock.advance(Duration.ofSeconds(30));
    assertThat(alice.verify(app.codeAt(now))).isEqualTo("WRONG");
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  @Test
  void a_wrong_code_switches_nothing_on_and_the_enrolment_goes_on() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());

    assertRefused(alice.confirm("000000"), 422, "invalid_two_factor_code");
    assertRefused(alice.confirm("not a code"), 422, "invalid_two_factor_code");

    assertThat(alice.confirm(app.codeAt(now)).status()).isEqualTo(200);
  }

  @Test
  @Tag("attack-22")
  void an_enrolment_ends_after_ten_minutes() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());

    clock.advance(Duration.ofMinutes(10));

    assertRefused(alice.confirm(app.codeAt(clock.instant())), 404, "not_found");
    assertThat(alice.status().json().path("enrolment_pending").asBoolean()).isFalse();
    assertThat(alice.due().json().path("due").asBoolean()).isFalse();
  }

  @Test
  void starting_again_makes_the_first_secret_worthless() {
    var alice = Person.named("alice");
    var first = Person.scan(alice.begin());
    var second = Person.scan(alice.begin());

    assertRefused(alice.confirm(first.codeAt(now)), 422, "invalid_two_factor_code");
    assertThat(alice.confirm(second.codeAt(now)).status()).isEqualTo(200);
  }

  @Test
  void another_session_cannot_confirm() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    var thief = alice.identity().session(new SessionId(UUID.randomUUID()));

    assertRefused(alice.confirm(thief, app.codeAt(now)), 404, "not_found");
    assertThat(alice.confirm(app.codeAt(now)).status()).isEqualTo(200);
  }

  @Test
  @Tag("attack-24")
  void no_secret_can_be_read_in_the_database() {
    var alice = Person.named("alice");
    var begun = alice.begin();
    var pending = Rows.of("select e::text from enrolment e").toString();
    alice.confirm(Person.scan(begun).codeAt(now));
    var active = Rows.of("select f::text from totp_factor f").toString();
    var waiting = Rows.of("select o::text from outbox o").toString();

    var secret = begun.text("secret");
    assertThat(pending).contains("test-1.").doesNotContain(secret);
    assertThat(active).contains("test-1.").doesNotContain(secret);
    assertThat(waiting).doesNotContain(secret);
    assertThat(Rows.of("select 1 from enrolment where account = '" + alice.account + "'"))
        .isEmpty();
  }

  @Test
  @Tag("attack-24")
  void a_secret_copied_to_another_account_does_not_open() {
    var alice = Person.named("alice");
    var mallory = Person.named("mallory");
    alice.enrol(now);
    var app = mallory.enrol(now);
    Rows.change(
        "update totp_factor set sealed_secret = (select sealed_secret from totp_factor where"
            + " account = '"
            + mallory.account
            + "') where account = '"
            + alice.account
            + "'");
    clock.advance(Duration.ofSeconds(30));

    var answer = alice.verified(app.codeAt(clock.instant()), false);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.id()).isEqualTo("internal_error");
  }

  private static void assertRefused(Answer answer, int status, String id) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.id()).isEqualTo(id);
    assertThat(answer.text("message")).isNotEmpty();
  }
}
