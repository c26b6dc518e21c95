package dev.latchkey.auth.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens sealed records, and each only once: what was opened is known again by its sealed text to
 * the letter. Nothing here says that something is alive. Redis is asked at every request, and a
 * record that is not there any more, or is another one, is of no use here.
 *
 * @param <T> what the records are
 */
public final class OpenedRecords<T> {

  /** Some 1.5 kB each. */
  private static final int MOST_REMEMBERED = 20_000;

  /** From when it was opened, used or not: executables have no class for the other (ADR 29). */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final RecordSeal seal;
  private final Class<T> type;
  private final Cache<String, Opened<T>> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(KEPT).build();

  public OpenedRecords(RecordSeal seal, Class<T> type) {
    this.seal = seal;
    this.type = type;
  }

  private record Opened<T>(String text, T record) {}

  /** The record; nothing when the text was not sealed here for this place. */
  public Optional<T> open(String place, String text) {
    var known = remembered.getIfPresent(place);
    if (known != null && known.text.equals(text)) {
      return Optional.of(known.record);
    }
    var opened = seal.open(place, text, type);
    opened.ifPresent(record -> remembered.put(place, new Opened<>(text, record)));
    return opened;
  }

  /** What lay there when it was last opened; it may be gone by now. */
  public Optional<T> last(String place) {
    return Optional.ofNullable(remembered.getIfPresent(place)).map(Opened::record);
  }
}
