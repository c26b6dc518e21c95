package dev.latchkey.token.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to use what can be used once. */
public sealed interface Spending {

  /** This request has it, and no other ever will. */
  record Spent() implements Spending {}

  /** Its time was over before. */
  record Expired() implements Spending {}

  /** It was used while this request was on its way already: a double submit, and nothing worse. */
  record Overtaken() implements Spending {}

  /** It was used before this request began: one of the two is not who it should be. */
  record Reused() implements Spending {}

  /**
   * Tells why it could not be spent.
   *
   * @param before when it was spent as far as was known before the lock: null when the use that was
   *     faster had not committed then, so that nobody could have seen its answer
   * @param arrivedAt when the request came in, before it waited for anything
   */
  static Spending refused(@Nullable Instant before, @Nullable Instant spentAt, Instant arrivedAt) {
    if (spentAt == null) {
      return new Expired();
    }
    return before == null || arrivedAt.isBefore(spentAt) ? new Overtaken() : new Reused();
  }
}
