package dev.latchkey.cli.operator.removal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Screen;
import java.util.LinkedHashMap;

/** A removal as the platform says it. */
final class Removal {

  static final String NONE_WAITS = "No removal waits for this account.";

  private Removal() {}

  /** Where an account's removal is; the id must be one. */
  static String path(String id) {
    return "/internal/operator/accounts/" + id + "/two-factor-removal";
  }

  /**
   * The removal, or the operators' own words for why there is none.
   *
   * @param missing what a 404 means
   */
  static JsonNode of(Answer answer, String missing) {
    if (answer.status() == 404) {
      throw new Failure(ExitCode.NOT_FOUND, "not_found", missing);
    }
    if (answer.is("second_operator_needed")) {
      throw new Failure(
          ExitCode.REFUSED,
          "second_operator_needed",
          "You asked for it yourself: another operator has to approve it, with another key.");
    }
    if (answer.is("removal_exists")) {
      throw new Failure(
          ExitCode.REFUSED,
          "removal_exists",
          "It was done already. How far it is: latch-operator two-factor:removal");
    }
    return answer.orFail();
  }

  static boolean approved(JsonNode removal) {
    return removal.hasNonNull("approved_by");
  }

  static String due(JsonNode removal) {
    return Moment.of(removal.path("due_at")).minute();
  }

  static void show(Screen screen, JsonNode removal) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Account", removal.path("account").asText());
    facts.put("Asked by", who(removal, "asked"));
    facts.put("Approved by", approved(removal) ? who(removal, "approved") : "nobody yet");
    facts.put("Due", due(removal));
    screen.properties(facts);
  }

  private static String who(JsonNode removal, String did) {
    return "%s, %s"
        .formatted(
            removal.path(did + "_by").asText(), Moment.of(removal.path(did + "_at")).minute());
  }
}
