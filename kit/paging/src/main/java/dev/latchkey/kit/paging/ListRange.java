package dev.latchkey.kit.paging;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, as Heroku's API writes it: {@code id ]<first>..<last>;
 * order=desc; max=50}. The ids name places in the list's own order, which {@code order=desc} turns
 * round; a bracket leaves the named one out.
 *
 * @param from where it begins; null at the beginning
 * @param to where it ends; null at the end
 * @param most how many at most
 */
public record ListRange(@Nullable Bound from, @Nullable Bound to, boolean reversed, int most) {

  /** A named place. */
  public record Bound(UUID id, boolean included) {}

  private static final int USUAL = 200;
  private static final int MOST = 1000;

  private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final Pattern RANGE =
      Pattern.compile(
          "id +(?:(]?)(" + ID + "))?\\.\\.(?:(" + ID + ")(\\[?))?((?: *; *[a-z]+=\\w+)*+);?");

  /** Longer ones say nothing that a shorter one could not. */
  private static final int LONGEST = 256;

  /** The whole list, in the usual parts. */
  public static final ListRange ALL = new ListRange(null, null, false, USUAL);

  /**
   * The range in a header.
   *
   * @throws ProblemException 416 when there is no such range
   */
  public static ListRange of(@Nullable String header) {
    return header == null ? ALL : parse(header).orElseThrow(ListRange::notSatisfiable);
  }

  /** The range in a text, or nothing when it is none. */
  static Optional<ListRange> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var range = RANGE.matcher(text.strip());
    return range.matches()
        ? options(range.group(5))
            .map(options ->
                new ListRange(
                    bound(range.group(2), range.group(1)),
                    bound(range.group(3), range.group(4)),
                    options.reversed(),
                    options.most()))
        : Optional.empty();
  }

  /** What asks for the part after this one. */
  public String next(UUID last) {
    var end = to == null ? "" : to.id() + (to.included() ? "" : "[");
    return "id ]%s..%s%s; max=%d".formatted(last, end, reversed ? "; order=desc" : "", most);
  }

  /** A place that is named is not in the list, or the text is no range. */
  public static ProblemException notSatisfiable() {
    return new ProblemException(CommonProblem.RANGE_NOT_SATISFIABLE.problem());
  }

  private static @Nullable Bound bound(@Nullable String id, @Nullable String bracket) {
    return id == null ? null : new Bound(UUID.fromString(id), "".equals(bracket));
  }

  private record Options(boolean reversed, int most) {}

  private static Optional<Options> options(String text) {
    var given = new HashMap<String, String>();
    for (var option : text.split(";", -1)) {
      var parts = option.strip().split("=", 2);
      if (parts.length == 2 && given.put(parts[0], parts[1]) != null) {
        return Optional.empty();
      }
    }
    return options(given);
  }

  private static Optional<Options> options(Map<String, String> given) {
    var order = given.getOrDefault("order", "asc");
    var most = given.getOrDefault("max", String.valueOf(USUAL));
    given.remove("order");
    given.remove("max");
    boolean known = given.isEmpty() && (order.equals("asc") || order.equals("desc"));
    if (!known || !most.matches("[1-9][0-9]{0,3}") || Integer.parseInt(most) > MOST) {
      return Optional.empty();
    }
    return Optional.of(new Options(order.equals("desc"), Integer.parseInt(most)));
  }
}
