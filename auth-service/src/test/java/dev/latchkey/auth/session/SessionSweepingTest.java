package dev.latchkey.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionSweepingTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject SessionSweeping sweeping;
  @Inject Sessions sessions;
  @Inject RandomIds ids;
  @Inject SecureRandom random;
  @Inject Clock clock;

  private AccountId alice = new AccountId(new UUID(0, 0));
  private SessionId here = new SessionId(new UUID(0, 0));
  private SessionId there = here;
  private Instant shown = Instant.EPOCH;

  @BeforeEach
  void alice_is_signed_in_twice() {
    alice = new AccountId(ids.next());
    here = signedIn();
    there = signedIn();
    shown = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void the_kept_session_knows_the_factor_that_was_shown_for_the_change() {
    get(sweeping.keep(alice, new Standing(2, here), shown));
    get(sweeping.sweep(alice, new Standing(2, here), shown));

    assertKept();
  }

  /** The event of a cut is heard while its answer waits, or whoever would answer is dead. */
  @Test
  void it_knows_it_too_when_the_event_comes_first() {
    get(sweeping.sweep(alice, new Standing(2, here), shown));
    get(sweeping.keep(alice, new Standing(2, here), shown));

    assertKept();
  }

  @Test
  void what_is_noted_of_a_session_at_the_same_time_undoes_nothing() throws Exception {
    var key = get(sessions.find(alice, here)).orElseThrow().key();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        many.execute(() -> get(sessions.change(key, session -> session.seen(clock.instant()))));
        if (i == 25) {
          many.execute(() -> get(sweeping.sweep(alice, new Standing(2, here), shown)));
        }
      }
    }

    assertKept();
  }

  @Test
  void a_session_of_a_later_epoch_is_left_alone() {
    get(sweeping.sweep(alice, new Standing(1, null), shown));

    assertThat(get(sessions.of(alice))).hasSize(2);
  }

  @Test
  void a_change_that_comes_late_does_not_bring_a_session_back() {
    var key = get(sessions.find(alice, there)).orElseThrow().key();
    get(sweeping.sweep(alice, new Standing(2, here), shown));

    get(sessions.change(key, session -> session.seen(clock.instant())));

    assertThat(get(sessions.find(alice, there))).isEmpty();
  }

  private void assertKept() {
    var left = get(sessions.of(alice)).stream().map(StoredSession::session).toList();
    assertThat(left)
        .singleElement()
        .satisfies(session -> {
          assertThat(session.id()).isEqualTo(here);
          assertThat(session.epoch()).isEqualTo(2);
          assertThat(session.factorAt()).isEqualTo(shown);
          assertThat(session.anyFactorAt()).isEqualTo(shown);
        });
  }

  private SessionId signedIn() {
    var id = new SessionId(ids.next());
    var now = clock.instant();
    var origin = new Origin("192.0.2.1", "a test");
    var session =
        new Session(id, alice, 1, "here", origin, List.of(Proof.PASSWORD), null, null, now, now);
    get(sessions.add(session, OpaqueToken.mint(TokenKind.SESSION, random)));
    return id;
  }

  private static <T> T get(Uni<T> answer) {
    return answer.await().atMost(SOON);
  }
}
