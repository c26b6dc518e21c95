package dev.latchkey.auth.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.session.Session;
import dev.latchkey.auth.session.Sessions;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionsAliveTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int MANY = 600;

  /** A thousand are drawn: this is five times what chance makes of a share of a fifth. */
  private static final Percentage CLOSE = Percentage.withPercentage(35);

  @Inject SessionsAlive alive;
  @Inject Sessions sessions;
  @Inject RandomIds ids;
  @Inject SecureRandom random;
  @Inject Clock clock;
  @Inject RedisAPI redis;

  @Test
  void it_is_about_as_many_as_there_are() {
    for (int i = 0; i < MANY; i++) {
      signIn();
    }
    int there = get(redis.keys("lk:session:*")).size();
    assertThat(there).isGreaterThanOrEqualTo(MANY);

    assertThat(get(alive.estimate())).isCloseTo(there, CLOSE);
  }

  private void signIn() {
    var now = clock.instant();
    var session =
        new Session(
            new SessionId(ids.next()),
            new AccountId(ids.next()),
            1,
            "here",
            new Origin("192.0.2.1", "a test"),
            List.of(Proof.PASSWORD),
            null,
            null,
            now,
            now);
    get(sessions.add(session, OpaqueToken.mint(TokenKind.SESSION, random)));
  }

  private static <T> T get(Uni<T> answer) {
    return answer.await().atMost(SOON);
  }
}
