package dev.latchkey.auth.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.kit.sealing.Sealing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The seal of what lies in Redis and decides who somebody is. Whoever can write there, and has not
 * the keys of this service, makes no session, no half sign-in and no approval, and moves none to
 * another key. To put an old record back under its own key is still possible: against that there
 * are epochs, fences and {@code ended_session}.
 */
@ApplicationScoped
public class RecordSeal {

  /**
   * With the record's key behind it, so that each record has an AES key of its own: sessions are
   * sealed again whenever they are seen, and together that may be more than the 2^32 times for
   * which random nonces are sound (NIST SP 800-38D, 8.3).
   */
  private static final String PURPOSE = "redis.record/";

  private final Sealing sealing;
  private final Counter broken;

  RecordSeal(@Columns Sealing sealing, MeterRegistry meters) {
    this.sealing = sealing;
    // At 0 from the start: who looks for a rise must see the first one.
    broken = meters.counter("latchkey.redis.broken.seals");
  }

  /**
   * Seals a record.
   *
   * @param key under which it will lie, or what stands for it; nowhere else does it open
   */
  public String seal(String key, String record) {
    return sealing.seal(PURPOSE + key, key, record.getBytes(UTF_8));
  }

  /** The record; nothing when it was not sealed here for this key, as if Redis had none. */
  public Optional<String> open(String key, String sealed) {
    try {
      return Optional.of(new String(sealing.open(PURPOSE + key, key, sealed), UTF_8));
    } catch (SealBroken notOurs) {
      broken.increment();
      Log.warnf("record in redis is not ours outcome=ignored cause=%s", notOurs.getMessage());
      return Optional.empty();
    }
  }
}
