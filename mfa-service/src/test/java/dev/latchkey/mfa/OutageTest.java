package dev.latchkey.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

  private static final Duration HEALING = Duration.ofSeconds(30);

  @Inject Clock clock;

  @Test
  @Tag("attack-18")
  void without_redis_nobody_passes_and_nothing_is_counted() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    var later = clock.instant().plusSeconds(30);

    try (var outage = RealStores.redis().killed()) {
      var answer = alice.verified(app.codeAt(later), false);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.id()).isEqualTo("unavailable");
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(alice.due().json().path("due").asBoolean()).isTrue();
    }

    Awaitility.await()
        .atMost(HEALING)
        .until(() -> alice.verified(app.codeAt(later), false).status() == 200);
    assertThat(alice.verify("000000")).isEqualTo("WRONG");
  }

  @Test
  void without_postgresql_nobody_passes_and_no_attempt_is_lost() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    var later = clock.instant().plusSeconds(30);

    try (var outage = RealStores.postgres().killed()) {
      for (int attempt = 0; attempt < 12; attempt++) {
        assertThat(alice.verified(app.codeAt(later), false).status()).isEqualTo(503);
      }
      assertThat(alice.due().status()).isEqualTo(503);
      assertThat(alice.status().status()).isEqualTo(503);
      assertThat(alice.begin().status()).isEqualTo(503);
    }

    Awaitility.await().atMost(HEALING).until(() -> alice.due().status() == 200);
    assertThat(alice.verify(app.codeAt(later))).isEqualTo("PASSED");
  }

  @Test
  void a_postgresql_that_is_silent_becomes_a_503() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());

    try (var outage = RealStores.postgres().paused()) {
      assertThat(alice.due().status()).isEqualTo(503);
      assertThat(alice.status().status()).isEqualTo(503);
      assertThat(alice.begin().status()).isEqualTo(503);
      assertThat(Operators.removal(alice).status()).isEqualTo(503);
      assertThat(Operators.unlock(alice).status()).isEqualTo(503);
    }

    Awaitility.await().atMost(HEALING).until(() -> alice.due().status() == 200);
    assertThat(alice.verify(app.codeAt(clock.instant().plusSeconds(30)))).isEqualTo("PASSED");
  }

  @Test
  void without_redis_no_text_is_sent_and_none_is_counted() {
    NotificationStandIn.linesAre("mobile");
    var carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    var phone = Phone.of(carol);

    try (var outage = RealStores.redis().killed()) {
      assertThat(phone.set().status()).isEqualTo(503);
    }

    Awaitility.await().atMost(HEALING).until(() -> phone.set().status() == 200);
    assertThat(Phone.texts(carol.account)).isEqualTo(1);
  }
}
