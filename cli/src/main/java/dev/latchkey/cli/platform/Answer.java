package dev.latchkey.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the platform said to a request that it understood.
 *
 * @param retryAfter how long to wait before asking again, where it says so
 * @param nextRange asks for the rest of a list, where there is more
 */
public record Answer(
    int status, JsonNode body, Optional<Duration> retryAfter, Optional<String> nextRange) {

  /** What a message ends with that does not know how long. */
  private static final Pattern AGAIN = Pattern.compile("(?<=\\.) [^.]*\\btry again\\b[^.]*\\.$");

  /** What a message about one field begins with. */
  private static final Pattern FIELD = Pattern.compile("([a-z_]+): (?=\\p{L})");

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** True for an error of that name. */
  public boolean is(String error) {
    return !ok() && body.path("id").asText().equals(error);
  }

  /** The body of a success; anything else ends the command. */
  public JsonNode orFail() {
    if (ok()) {
      return body;
    }
    throw failure();
  }

  /** Why this answer ends the command. */
  public Failure failure() {
    return new Failure(code(), body.path("id").asText("error"), sentence());
  }

  private ExitCode code() {
    return switch (body.path("id").asText()) {
      case "unauthorized", "challenge_over" -> ExitCode.SIGNED_OUT;
      case "invalid_password", "invalid_two_factor_code", "two_factor", "password_required" ->
          ExitCode.NOT_PROVEN;
      default -> byStatus();
    };
  }

  private ExitCode byStatus() {
    return switch (status) {
      case 404 -> ExitCode.NOT_FOUND;
      case 429 -> ExitCode.LATER;
      default -> status >= 500 ? ExitCode.AWAY : ExitCode.REFUSED;
    };
  }

  private String sentence() {
    var message = plain(body.path("message").asText("The platform refused."));
    return retryAfter
        .filter(wait -> status == 429 || status == 503)
        .map(wait ->
            AGAIN.matcher(message).replaceFirst("") + " Try again in " + Spoken.of(wait) + ".")
        .orElse(message);
  }

  /** Without the name of a field, which is for programs. */
  private static String plain(String message) {
    var field = FIELD.matcher(message);
    if (!field.lookingAt()) {
      return message;
    }
    var rest = message.substring(field.end());
    return Character.isUpperCase(rest.charAt(0))
        ? rest
        : "The " + field.group(1).replace('_', ' ') + " " + rest;
  }
}
