package dev.latchkey.cli.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A thing of a list by what somebody typed: its id, the beginning of that, or another name of its
 * own. Only ids that the platform gave get into paths.
 */
public final class Named {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Less is typed by accident. */
  private static final int SHORTEST = 4;

  private Named() {}

  /**
   * The id.
   *
   * @param thing what it is called in messages
   * @param names fields in which the whole text may be found as well
   */
  public static String id(
      SignedIn signedIn, String list, String thing, String typed, List<String> names) {
    if (ID.matcher(typed).matches()) {
      return typed;
    }
    var found =
        signedIn
            .list(list)
            .valueStream()
            .filter(each -> means(each, typed, names))
            .map(each -> each.path("id").asText())
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new Failure(
        ExitCode.NOT_FOUND,
        "latch_not_found",
        found.isEmpty()
            ? "You have no such " + thing + "."
            : "%d of your %ss begin like that: type more of the id."
                .formatted(found.size(), thing));
  }

  private static boolean means(JsonNode each, String typed, List<String> names) {
    return (typed.length() >= SHORTEST && each.path("id").asText().startsWith(typed))
        || names.stream().anyMatch(name -> each.path(name).asText().equals(typed));
  }
}
