package dev.latchkey.notification.securitylog;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for, as Heroku's API writes it: {@code id ]<last seen>..; max=50}. What is
 * no such range is not looked at, as RFC 9110 section 14.2 has it.
 *
 * @param after the last line that was seen; null for the beginning, which is the newest
 * @param most how many lines at most
 */
record LineRange(@Nullable UUID after, int most) {

  private static final int MOST = 200;
  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern RANGE =
      Pattern.compile("id (?:\\](" + ID + "))?\\.\\.(?:; ?max=([0-9]{1,4}))?");

  static LineRange of(@Nullable String header) {
    var range = RANGE.matcher(header == null ? "" : header.strip());
    if (!range.matches()) {
      return new LineRange(null, MOST);
    }
    var after = range.group(1) == null ? null : UUID.fromString(range.group(1));
    int wanted = range.group(2) == null ? MOST : Integer.parseInt(range.group(2));
    return new LineRange(after, Math.clamp(wanted, 1, MOST));
  }

  /** What asks for the page after this one. */
  String next(UUID last) {
    return "id ]%s..; max=%d".formatted(last, most);
  }

  /** The line is in no log, or in somebody else's. */
  static ProblemException unknown() {
    return new ProblemException(
        CommonProblem.INVALID_PARAMS.problem().field("Range").message("is of no line of this log"));
  }
}
