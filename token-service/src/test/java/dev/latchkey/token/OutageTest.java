package dev.latchkey.token;

import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.internally;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

  @Inject PatienceConfig patience;

  @Test
  void a_postgresql_that_hangs_makes_503_in_a_moment_and_heals_by_itself() {
    var alice = anAccount();
    var made = mint(session(alice));
    var question = "{\"token\":\"" + made.text() + "\"}";

    try (var _ = RealStores.postgres().paused()) {
      var begin = System.nanoTime();
      ask(session(alice), "{}")
          .statusCode(503)
          .header("Retry-After", equalTo("5"))
          .body("id", equalTo("unavailable"));
      internally().body(question).post("/internal/introspect").then().statusCode(503);
      // Two requests, each as long as this service waits, and what a busy machine adds.
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isLessThan(patience.store().multipliedBy(2).plusSeconds(3));
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> ask(session(alice), "{}").statusCode(201));
    assertThat(Tokens.active(made)).isTrue();
  }

  @Test
  void with_kafka_away_tokens_are_made_all_the_same() {
    try (var _ = RealStores.kafka().paused()) {
      ask(session(anAccount()), "{}").statusCode(201);
    }
  }
}
