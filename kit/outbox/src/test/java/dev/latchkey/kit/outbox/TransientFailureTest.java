package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOADING Redis is loading the dataset in memory",
        "READONLY You can't write against a read only replica.",
        "CONNECTION_CLOSED"
      })
  void a_redis_that_starts_or_fails_over_passes(String answer) {
    assertThat(TransientFailure.is(new ErrorType(answer))).isTrue();
    assertThat(TransientFailure.is(new CompletionException(new ErrorType(answer)))).isTrue();
  }

  @Test
  void a_command_that_redis_does_not_take_is_a_bug() {
    assertThat(TransientFailure.is(new ErrorType("WRONGTYPE Operation against a key"))).isFalse();
    assertThat(TransientFailure.is(new IllegalStateException("LOADING"))).isFalse();
  }
}
