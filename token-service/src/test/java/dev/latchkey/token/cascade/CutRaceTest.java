package dev.latchkey.token.cascade;

import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CutRaceTest {

  private static final int ROUNDS = 20;
  private static final int REQUESTS = 6;

  @Test
  @Tag("attack-48")
  void nothing_that_passed_the_edge_before_the_cut_is_alive_after_it() {
    var accounts = IntStream.range(0, ROUNDS).mapToObj(round -> anAccount()).toList();

    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var account : accounts) {
        for (int i = 0; i < REQUESTS; i++) {
          var person = i % 2 == 0 ? password(account) : apiKey(account);
          crowd.execute(() -> assertThat(ask(person, "{}").extract().statusCode()).isLessThan(500));
        }
        crowd.execute(() -> cut(account));
      }
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> accounts.stream().allMatch(account -> Rows.epoch(account) == 1));
    for (var account : accounts) {
      assertThat(
              Rows.count("authorizations where ended_at is null and account = '" + account + "'"))
          .isZero();
    }
  }

  private static void cut(AccountId account) {
    var _ =
        OtherServiceSays.that(
            new SessionsRevoked(
                account,
                Instant.now(),
                Change.TWO_FACTOR_ENABLED,
                null,
                null,
                null,
                List.of(),
                1,
                "sealed"));
  }
}
