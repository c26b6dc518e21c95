package dev.latchkey.auth.epoch;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the copy of an epoch lies in Redis: {@code <replication id> <epoch> <kept session or ->}, or
 * {@code <replication id> fence <epoch>}. For scripts that read one beside something else, so that
 * a check of a session goes to Redis once.
 */
public final class EpochRecord {

  /**
   * Lua: {@code standing(copy, id)} is the text that {@link #read} takes, or false when the copy is
   * not there, is a fence, or was written by another server than the one of this replication id.
   */
  public static final String STANDING =
      """
      local function standing(copy, id)
        if not copy or string.sub(copy, 1, 40) ~= id then return false end
        local text = string.sub(copy, 42)
        if string.sub(text, 1, 5) == 'fence' then return false end
        return text
      end
      """;

  static final String NOBODY = "-";

  private EpochRecord() {}

  /** Where the copy of an account's epoch lies. */
  public static String key(AccountId account) {
    return "lk:epoch:" + account;
  }

  /** What a script answered; nothing where there is no copy that can be trusted. */
  public static Optional<Standing> read(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    int space = text.indexOf(' ');
    var kept = text.substring(space + 1);
    return Optional.of(
        new Standing(
            Integer.parseInt(text.substring(0, space)),
            kept.equals(NOBODY) ? null : SessionId.of(kept)));
  }
}
