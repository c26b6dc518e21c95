package dev.latchkey.token.minting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.description.Description;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about the authorization that it wants; everything may be left out. The command
 * line sends {@code expires_in} as a number when it signs in and as a text when it creates.
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    examples =
        """
        {"description":"Codespaces","expires_in":"3600","scope":["read"]}\
        """)
public record NewAuthorization(
    @Schema(examples = "Codespaces", maxLength = 255) @Nullable String description,
    @Schema(description = "Seconds, as a number or a text; null or left out: it does not expire")
        @Nullable JsonNode expiresIn,
    @Schema(examples = "[\"read\"]") @Nullable List<@Nullable String> scope) {

  private static final String UNNAMED = "Long-lived user authorization";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  /** The command, with Heroku's defaults for what was left out. */
  MintAuthorization command(Maker maker) {
    return new MintAuthorization(maker, readDescription(), readScope(), readExpiry());
  }

  private String readDescription() {
    return description == null || description.isBlank() ? UNNAMED : Description.read(description);
  }

  private Set<Scope> readScope() {
    if (scope == null) {
      return EnumSet.of(Scope.GLOBAL);
    }
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : scope) {
      scopes.add(Scope.parse(word == null ? "" : word).orElseThrow(NewAuthorization::badScope));
    }
    if (scopes.isEmpty()) {
      throw badScope();
    }
    return scopes;
  }

  private @Nullable Duration readExpiry() {
    if (expiresIn == null || expiresIn.isNull()) {
      return null;
    }
    boolean whole = expiresIn.isIntegralNumber() || expiresIn.isTextual();
    if (!whole || !SECONDS.matcher(expiresIn.asText()).matches()) {
      throw badExpiry();
    }
    var lifetime = Duration.ofSeconds(Long.parseLong(expiresIn.asText()));
    if (lifetime.isZero() || lifetime.compareTo(Lifetime.LONGEST) > 0) {
      throw badExpiry();
    }
    return lifetime;
  }

  private static ProblemException badScope() {
    return refused(
        "scope",
        "must be a list of at least one of global, identity, read, write, read-protected,"
            + " write-protected.");
  }

  private static ProblemException badExpiry() {
    return refused(
        "expires_in", "must be null or whole seconds from 1 to " + Lifetime.LONGEST.toSeconds());
  }

  private static ProblemException refused(String field, String message) {
    return new ProblemException(
        CommonProblem.INVALID_PARAMS.problem().field(field).message(message));
  }
}
