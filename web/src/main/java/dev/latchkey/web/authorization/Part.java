package dev.latchkey.web.authorization;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of authorizations.
 *
 * @param older the last one in it, when the list goes on; else null
 */
record Part(List<Authorization> authorizations, @Nullable UUID older) {

  private static final int MOST = 200;
  private static final Pattern AFTER = Pattern.compile("id \\]([0-9a-f-]{36})\\.\\..*");

  /** What asks for the part after that one, or for the first. */
  static String range(@Nullable UUID after) {
    return "id %s..; max=%d".formatted(after == null ? "" : "]" + after, MOST);
  }

  static Part read(RestResponse<List<Authorization>> answer) {
    return new Part(answer.getEntity(), older(answer.getHeaderString("Next-Range")));
  }

  /** Where {@code Next-Range} goes on, if it is there. */
  static @Nullable UUID older(@Nullable String nextRange) {
    var after = AFTER.matcher(nextRange == null ? "" : nextRange);
    return after.matches() ? UUID.fromString(after.group(1)) : null;
  }
}
