package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.contracts.id.EventId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {

  private final EventId id = new EventId(UUID.randomUUID());
  private final AtomicInteger effects = new AtomicInteger();

  @Inject Doing doing;

  @Test
  @Tag("attack-66")
  void of_twenty_at_once_one_takes_effect() throws Exception {
    Callable<Boolean> hearing = () -> Doing.run(() -> doing.once(id, this::effect));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ran = threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> hearing).toList());

      assertThat(ran).filteredOn(Future::resultNow).hasSize(1);
    }
    assertThat(effects).hasValue(1);
  }

  @Test
  void an_effect_that_failed_can_be_tried_again() {
    assertThatExceptionOfType(Doing.ChangeFailed.class)
        .isThrownBy(() ->
            Doing.run(
                () -> doing.once(id, () -> Uni.createFrom().failure(new Doing.ChangeFailed()))));

    var ran = Doing.run(() -> doing.once(id, this::effect));

    assertThat(ran).isTrue();
    assertThat(effects).hasValue(1);
  }

  private Uni<Void> effect() {
    return Uni.createFrom().voidItem().invoke(effects::incrementAndGet);
  }
}
