package dev.latchkey.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void a_dependency_that_is_away_is_an_outage() {
    assertThat(Outage.causes(new ConnectException("refused"))).isTrue();
    assertThat(Outage.causes(new SocketException("reset"))).isTrue();
    assertThat(Outage.causes(new TimeoutException())).isTrue();
    assertThat(Outage.causes(new io.smallrye.mutiny.TimeoutException())).isTrue();
    assertThat(Outage.causes(new VertxException("Connection was closed"))).isTrue();
    assertThat(Outage.causes(new IOException("Connection was closed"))).isTrue();
    assertThat(Outage.causes(new CompletionException(new IOException(new TimeoutException()))))
        .isTrue();
  }

  @Test
  void a_bug_is_none() {
    assertThat(Outage.causes(new NullPointerException())).isFalse();
    assertThat(Outage.causes(new IOException("disk"))).isFalse();
    assertThat(Outage.causes(new VertxException("Thread blocked"))).isFalse();
  }

  @Test
  void a_chain_of_causes_without_end_is_no_trap() {
    var one = new IllegalStateException("one");
    var two = new IllegalStateException("two", one);
    one.initCause(two);

    assertThat(Outage.causes(one)).isFalse();
  }
}
