package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BellTest {

  private final List<String> rung = new CopyOnWriteArrayList<>();

  @Inject Bell bell;
  @Inject Doing doing;

  @Test
  void a_ring_is_heard_when_its_transaction_commits() {
    var end = listening("commits");

    assertThatExceptionOfType(Doing.ChangeFailed.class)
        .isThrownBy(() -> Doing.run(() -> doing.ringAndFail("commits")));
    Doing.run(() -> doing.ring("commits", "it's epoch 7"));

    await().until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("it's epoch 7");
    end.run();
  }

  @Test
  void who_ended_the_listening_hears_nothing() {
    listening("ended").run();
    var other = listening("other");

    Doing.run(() -> doing.ring("ended", "no"));
    Doing.run(() -> doing.ring("other", "yes"));

    await().until(() -> !rung.isEmpty());
    assertThat(rung).containsExactly("yes");
    other.run();
  }

  @Test
  void a_listener_that_fails_does_not_deafen_the_next() {
    var failing =
        bell.listen(
            "shared",
            payload -> {
              throw new IllegalStateException("a bug");
            });
    var end = listening("shared");

    Doing.run(() -> doing.ring("shared", "yes"));

    await().until(() -> !rung.isEmpty());
    failing.run();
    end.run();
  }

  @Test
  void a_channel_is_a_plain_word() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bell.listen("a; drop table outbox", payload -> {}));
  }

  private Runnable listening(String channel) {
    var ready = new AtomicInteger();
    var end = bell.listen(channel, rung::add, ready::incrementAndGet);
    await().until(() -> ready.get() > 0);
    return end;
  }
}
