package dev.latchkey.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CompletableFuture<String> store = new CompletableFuture<>();
  private final AtomicInteger closed = new AtomicInteger();

  /** As a session: its connection goes back when the answer has come, and only then. */
  private final Uni<String> asked =
      Uni.createFrom().completionStage(store).eventually(closed::incrementAndGet);

  @Test
  void an_answer_in_time_is_the_answer() {
    assertThat(TimeLimit.on(Uni.createFrom().item("here"), LONG).await().atMost(LONG))
        .isEqualTo("here");
  }

  @Test
  void a_failure_in_time_is_the_failure() {
    var failing = Uni.createFrom().<String>failure(new IllegalStateException("broken"));

    assertThatThrownBy(() -> TimeLimit.on(failing, LONG).await().atMost(LONG))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void who_waits_too_long_is_told_so_and_the_connection_still_goes_back() {
    assertThatThrownBy(() -> TimeLimit.on(asked, SHORT).await().atMost(LONG))
        .satisfies(late -> assertThat(Outage.causes(late)).isTrue());
    assertThat(closed).hasValue(0);

    store.complete("late");

    assertThat(closed).hasValue(1);
  }
}
