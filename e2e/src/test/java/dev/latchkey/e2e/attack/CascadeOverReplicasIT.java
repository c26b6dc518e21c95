package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SecondWayIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * How long fifty other sessions, spread over two replicas, go on after two-factor is on. The long
 * form of {@link CascadeIT}: {@code -Dlatchkey.e2e.cascades=100} takes eight minutes.
 */
@OnThePlatform
@Isolated
class CascadeOverReplicasIT {

  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.cascades", 0);
  private static final int OTHERS = 50;
  private static final int OVER = 401;
  private static final Duration PROMISED = Slack.of(Duration.ofSeconds(1));

  private final Platform platform;

  CascadeOverReplicasIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  @Tag("attack-47")
  @Tag("attack-48")
  @Timeout(value = 120, unit = TimeUnit.MINUTES)
  void of_a_hundred_sessions_ninety_nine_are_over_within_a_second() {
    assumeTrue(ROUNDS > 0, "no -Dlatchkey.e2e.cascades");
    var times = new ArrayList<Samples.Sample>();
    try (var second = platform.secondWayIn()) {
      for (int round = 0; round < ROUNDS; round++) {
        times.addAll(round(second));
      }
    }

    var samples = new Samples(times);
    System.out.printf(
        "%d sessions over two replicas were over in %d ms (half), %d ms (99 %%), %d ms (all)%n",
        samples.size(),
        samples.percentile(50).toMillis(),
        samples.percentile(99).toMillis(),
        samples.percentile(100).toMillis());
    assertThat(samples.size()).isEqualTo(ROUNDS * OTHERS);
    assertThat(samples.percentile(99)).isLessThan(PROMISED);
  }

  private List<Samples.Sample> round(SecondWayIn second) {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    var others = erin.signIn(OTHERS);
    erin.startEnrolment(here);

    assertThat(erin.confirming(here).send()).hasStatus(200);
    long confirmed = System.nanoTime();
    try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      var times = new ArrayList<CompletableFuture<Samples.Sample>>();
      for (int i = 0; i < OTHERS; i++) {
        var way = i % 2 == 0 ? platform.api() : second.api();
        var other = others.get(i);
        times.add(CompletableFuture.supplyAsync(() -> over(way, other, confirmed), askers));
      }
      var samples = times.stream().map(CompletableFuture::join).toList();
      assertThat(platform.api().get("/account").bearer(here.token()).send()).hasStatus(200);
      return samples;
    }
  }

  /** Asks until it is over; a busy replica that decides nothing is asked again. */
  private static Samples.Sample over(Api way, SignedIn session, long confirmed) {
    int status;
    do {
      status = way.get("/account").bearer(session.token()).send().status();
    } while (status != OVER);
    var took = Duration.ofNanos(System.nanoTime() - confirmed);
    return new Samples.Sample("cascade", status, confirmed, took);
  }
}
