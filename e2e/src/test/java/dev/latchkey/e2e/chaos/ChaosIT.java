package dev.latchkey.e2e.chaos;

import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can break breaks at random moments while people are at it. What they are told may
 * be 503; what is decided may not be wrong, and afterwards nothing is lost, doubled, let in or half
 * done.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 2)
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ChaosIT {

  /** Of each kind. Without it as much as CI has time for, at some twelve seconds a round. */
  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.rounds", 0);

  private static final int KINDS_DRAWN = 5;

  private static final String ONLY = System.getProperty("latchkey.e2e.fault", "");

  private final Platform platform;
  private final Company company;
  private final ChaosLog log;

  ChaosIT(Platform platform) {
    this.platform = platform;
    company = new Company(platform);
    log = new ChaosLog(platform.root().resolve("e2e/target/chaos.log"));
  }

  static Stream<Arguments> rounds() {
    var kinds =
        Stream.of(Fault.values())
            .filter(fault -> ONLY.isEmpty() || fault.name().equals(ONLY))
            .toList();
    return Drawn.of(kinds, ROUNDS, KINDS_DRAWN).stream()
        .map(one -> Arguments.of(one.kind(), one.round()));
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("rounds")
  @Tag("attack-65")
  @Tag("attack-71")
  void nothing_is_lost_doubled_let_in_or_half_done(Fault fault, int round) {
    long seed = Drawn.SEED + round - 1;
    var begun = System.nanoTime();
    var play = new Round(platform, fault, seed);
    try {
      play.play(company);
      company.growOlder();
      log.line(fault, round, seed, since(begun), play.deeds(), "held");
    } catch (RuntimeException | AssertionError wrong) {
      company.disperse();
      log.line(fault, round, seed, since(begun), play.deeds(), "FAILED " + firstLine(wrong));
      throw new AssertionError(
          """
          seed %d, round %d of %s: %s
          Again: ./mvnw verify -pl e2e -am -Dit.test=ChaosIT -Dlatchkey.e2e.fault=%s -Dlatchkey.e2e.seed=%d\
          """
              .formatted(seed, round, fault, wrong.getMessage(), fault, seed),
          wrong);
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static String firstLine(Throwable wrong) {
    return String.valueOf(wrong.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
