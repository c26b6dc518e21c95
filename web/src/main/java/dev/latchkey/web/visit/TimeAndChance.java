package dev.latchkey.web.visit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The one place where time and chance come from; everything else has them injected. */
@Singleton
class TimeAndChance {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  SecureRandom chance() {
    return new SecureRandom();
  }
}
