package dev.latchkey.e2e.chaos;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.store.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Where a fault strikes.
 *
 * @param begin before the round's first event
 * @param accounts of the people who are there
 * @param random the only chance of a fault, so that a seed repeats it
 */
record Setting(Platform platform, EventLog.Mark begin, List<UUID> accounts, Random random) {

  Setting {
    accounts = List.copyOf(accounts);
  }

  /** One of some services. */
  Owner oneOf(Owner... owners) {
    return owners[random.nextInt(owners.length)];
  }

  /** Some time between two bounds. */
  Duration between(long leastMillis, long mostMillis) {
    return Duration.ofMillis(random.nextLong(leastMillis, mostMillis));
  }

  static void sleep(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
