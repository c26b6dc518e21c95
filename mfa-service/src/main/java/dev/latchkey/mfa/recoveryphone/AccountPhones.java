package dev.latchkey.mfa.recoveryphone;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The phones of one account at one moment: which of them counts, which will, which waits. */
record AccountPhones(List<RecoveryPhone> all, Instant now) {

  AccountPhones {
    all = List.copyOf(all);
  }

  /** The one that codes for a sign-in are sent to: the last that has begun to count. */
  Optional<RecoveryPhone> counting() {
    return latest(from -> !from.isAfter(now));
  }

  /** The one that was validated and counts later. */
  Optional<RecoveryPhone> waiting() {
    return latest(from -> from.isAfter(now));
  }

  /** The one that waits for its code. */
  Optional<RecoveryPhone> inSetUp() {
    return all.stream()
        .filter(phone -> phone.usableFrom == null && phone.setUpUntil.isAfter(now))
        .findFirst();
  }

  /** The one that its owner goes by: that which counts, else that which will. */
  Optional<RecoveryPhone> validated() {
    return counting().or(this::waiting);
  }

  private Optional<RecoveryPhone> latest(Predicate<Instant> when) {
    return all.stream()
        .filter(phone -> phone.usableFrom != null && when.test(phone.usableFrom))
        .max(Comparator.comparing(phone -> phone.usableFrom));
  }
}
