package dev.latchkey.contracts.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a client's {@code Request-Id} is taken over: ids of letters, digits and hyphens
 * with commas between them. Logs have it as it is, so there must be no room in it for a credential:
 * without an underscore no token of ours can be written, without a dot no JWT, without an @ no
 * address; and 64 characters are enough for any id.
 */
public final class SafeRequestId {

  /** Heroku's bound, in characters. The CLI lets its list grow along a process. */
  public static final int LONGEST = 8000;

  private static final int LONGEST_ID = 64;
  private static final Pattern BLANKS_AROUND = Pattern.compile("^ +| +$");

  private SafeRequestId() {}

  /**
   * What may be echoed and logged of the values of the header: all of it, or as many whole ids from
   * the beginning as fit. Nothing when one of them has another form; then an id must be made.
   */
  public static Optional<String> of(List<String> values) {
    var list = whole(String.join(",", values));
    for (var id : list.split(",", -1)) {
      if (!safe(BLANKS_AROUND.matcher(id).replaceAll(""))) {
        return Optional.empty();
      }
    }
    return Optional.of(list);
  }

  /** As {@link #of(List)}, of a header that came at most once. */
  public static Optional<String> of(@Nullable String value) {
    return value == null ? Optional.empty() : of(List.of(value));
  }

  private static String whole(String list) {
    if (list.length() <= LONGEST) {
      return list.strip();
    }
    return list.substring(0, Math.max(0, list.lastIndexOf(',', LONGEST))).strip();
  }

  private static boolean safe(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-');
  }
}
