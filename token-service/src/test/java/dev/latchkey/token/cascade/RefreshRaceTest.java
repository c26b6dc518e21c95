package dev.latchkey.token.cascade;

import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.token.Applications.App;
import dev.latchkey.token.Applications.Held;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client goes from refresh token to refresh token while a new password ends what it had. */
@QuarkusTest
class RefreshRaceTest {

  /** 1,000 in all are tried by option. */
  private static final int ROUNDS = Integer.getInteger("latchkey.race.rounds", 60);

  private static final int AT_ONCE = 10;

  /** More than anybody gets through before the cut is heard of. */
  private static final int MOST_REFRESHES = 2_000;

  /** A client's last token pair, and how many refreshes it took to be refused. */
  private record Refused(AccountId account, Held last, int refreshes) {}

  @Test
  @Tag("attack-48")
  void no_refresh_brings_back_what_a_new_password_ended() {
    var app = anApp();
    int refreshed = 0;

    for (int round = 0; round < ROUNDS; round += AT_ONCE) {
      for (var refused : race(app, Math.min(AT_ONCE, ROUNDS - round))) {
        refreshed += refused.refreshes();
        assertThat(active(refused.last().access())).isFalse();
        assertThat(refresh(app, refused.last().refresh()).extract().statusCode()).isEqualTo(400);
        assertThat(
                Rows.count(
                    "authorizations where ended_at is null and account = '%s'"
                        .formatted(refused.account())))
            .isZero();
      }
    }

    assertThat(refreshed).as("refreshes before the cuts").isPositive();
  }

  private static List<Refused> race(App app, int accounts) {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients =
          IntStream.range(0, accounts)
              .mapToObj(i -> anAccount())
              .map(account -> CompletableFuture.supplyAsync(() -> refreshing(account, app), crowd))
              .toList();
      return clients.stream().map(CompletableFuture::join).toList();
    }
  }

  /** The cut is said after the first refresh; the client goes on until it is refused. */
  private static Refused refreshing(AccountId account, App app) {
    var last = held(refresh(app, held(account, app).refresh()));
    cut(account);
    for (int refreshes = 1; refreshes < MOST_REFRESHES; refreshes++) {
      var answer = refresh(app, last.refresh());
      switch (answer.extract().statusCode()) {
        case 200 -> last = held(answer);
        case 400 -> {
          return new Refused(account, last, refreshes);
        }
        // Too busy for an answer: it is asked again, with the same token, as clients do.
        case 503 -> {}
        default -> throw new AssertionError(answer.extract().asString());
      }
    }
    throw new AssertionError("the cut of " + account + " is not heard");
  }

  private static void cut(AccountId account) {
    var _ = OtherServiceSays.that(new PasswordChanged(account, Instant.now(), true, "sealed"));
  }
}
