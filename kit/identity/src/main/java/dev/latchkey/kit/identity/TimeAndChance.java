package dev.latchkey.kit.identity;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The one place where time and chance come from. Everything else has them injected; tests replace
 * them with a clock that they can move and chance that they can repeat.
 */
@Singleton
public class TimeAndChance {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  @DefaultBean
  SecureRandom chance() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  @DefaultBean
  RandomIds ids(SecureRandom random) {
    return new RandomIds(random);
  }
}
