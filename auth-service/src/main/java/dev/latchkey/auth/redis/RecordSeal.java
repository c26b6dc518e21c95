package dev.latchkey.auth.redis;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.kit.sealing.SealedJson;
import dev.latchkey.kit.sealing.Sealing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The seal of what lies in Redis and decides who somebody is. Whoever can write there, and has not
 * the keys of this service, makes no session, no half sign-in and no approval, and moves none to
 * another key. To put an old record back under its own key is still possible (ADR 25).
 */
@ApplicationScoped
public class RecordSeal {

  /**
   * With the record's place behind it, so that each record has an AES key of its own: sessions are
   * sealed again whenever they are seen, and together that may be more than the 2^32 times for
   * which random nonces are sound (NIST SP 800-38D, 8.3).
   */
  private static final String PURPOSE = "redis.record/";

  private final SealedJson sealed;
  private final Counter broken;

  RecordSeal(@Columns Sealing sealing, MeterRegistry meters) {
    sealed = new SealedJson(sealing);
    // At 0 from the start: who looks for a rise must see the first one.
    broken = meters.counter("latchkey.redis.broken.seals");
  }

  /**
   * Seals a record.
   *
   * @param place where it will lie: its key, and which part of what lies there; nowhere else does
   *     it open
   */
  public String seal(String place, Object record) {
    return sealed.seal(PURPOSE + place, place, record);
  }

  /** The record; nothing when it was not sealed here for this place, as if Redis had none. */
  public <T> Optional<T> open(String place, String text, Class<T> type) {
    try {
      return Optional.of(sealed.open(PURPOSE + place, place, text, type));
    } catch (SealBroken notOurs) {
      broken.increment();
      Log.warnf("record in redis is not ours outcome=ignored cause=%s", notOurs.getMessage());
      return Optional.empty();
    }
  }
}
