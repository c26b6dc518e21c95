package dev.latchkey.auth.identitykey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key signs at an instant, and which are published. All replicas compute the same from the
 * same rows: a change of key needs no message at the moment it happens.
 */
record KeySchedule(List<KeyTerm> terms) {

  KeySchedule {
    terms = terms.stream().sorted(Comparator.comparing(KeyTerm::signsFrom)).toList();
  }

  /** The key that signs: of those that may, the latest to begin. */
  Optional<KeyTerm> signer(Instant now) {
    return terms.reversed().stream().filter(term -> term.maySign(now)).findFirst();
  }

  /** The keys whose signatures are to be believed now or soon, oldest first. */
  List<KeyTerm> published(Instant now) {
    return terms.stream().filter(term -> term.isPublished(now)).toList();
  }

  /** The key that has no successor yet. */
  Optional<KeyTerm> newest() {
    return terms.stream().filter(term -> term.retiresAt() == null).findFirst();
  }

  /** True when the newest key has signed for long enough to be replaced. */
  boolean isDue(Instant now, Duration rotateEvery) {
    return newest().filter(term -> !now.isBefore(term.signsFrom().plus(rotateEvery))).isPresent();
  }
}
