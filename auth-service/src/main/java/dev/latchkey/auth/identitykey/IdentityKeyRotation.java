package dev.latchkey.auth.identitykey;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Replaces the identity key: the next one is published now and signs after the publish lead; the
 * old one stays published until everything it signed is over.
 */
@ApplicationScoped
class IdentityKeyRotation {

  /**
   * The newest key after a rotation.
   *
   * @param made false when a rotation was under way already, so that this is its key
   */
  record Rotated(String kid, Instant signsFrom, boolean made) {}

  private final IdentityKeys table;
  private final SigningKeys keys;
  private final Sealing sealing;
  private final SecureRandom random;
  private final Clock clock;
  private final IdentityKeyConfig config;

  IdentityKeyRotation(
      IdentityKeys table,
      SigningKeys keys,
      @Columns Sealing sealing,
      SecureRandom random,
      Clock clock,
      IdentityKeyConfig config) {
    this.table = table;
    this.keys = keys;
    this.sealing = sealing;
    this.random = random;
    this.clock = clock;
    this.config = config;
  }

  /** Makes the first key of all, if there is none: it signs at once, for nobody knows another. */
  Uni<Void> begin() {
    return Uni.createFrom()
        .deferred(() -> {
          var now = now();
          return table.addFirst(IdentityKey.make(random, sealing, now, now));
        });
  }

  /** Rotates, unless the newest key has not signed yet. */
  Uni<Rotated> rotate() {
    return Uni.createFrom().deferred(this::succeed).chain(this::newest).invoke(this::log);
  }

  private Uni<Boolean> succeed() {
    var now = now();
    var signsFrom = now.plus(config.publishLead());
    var oldRetiresAt = signsFrom.plus(IdentitySigning.LIFE).plus(config.overlap());
    return table.succeed(IdentityKey.make(random, sealing, now, signsFrom), oldRetiresAt);
  }

  private Uni<Rotated> newest(boolean made) {
    return keys.reload()
        .map(schedule -> schedule.newest().orElseThrow())
        .map(term -> new Rotated(term.kid(), term.signsFrom(), made));
  }

  /** Microseconds, as PostgreSQL keeps them: rounded up, a first key would not sign yet. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void log(Rotated rotated) {
    if (rotated.made()) {
      Log.infof("identity key rotated kid=%s signsFrom=%s", rotated.kid(), rotated.signsFrom());
    }
  }
}
