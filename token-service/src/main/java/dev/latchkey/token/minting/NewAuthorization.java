package dev.latchkey.token.minting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.description.Description;
import dev.latchkey.token.grant.CodeChallenge;
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
    @Schema(examples = "[\"read\"]") @Nullable List<@Nullable String> scope,
    @Schema(
            description =
                "The application that it is for: the answer has a code in place of a token")
        @Nullable ForClient client,
    @Schema(examples = "code", description = "Beside client; nothing but a code is given")
        @Nullable String responseType,
    @Schema(description = "Beside client: must be the one that it has registered")
        @Nullable String redirectUri,
    @Schema(description = "Beside client: RFC 7636; a public client must have one")
        @Nullable String codeChallenge,
    @Schema(examples = "S256") @Nullable String codeChallengeMethod) {

  private static final String UNNAMED = "Long-lived user authorization";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  /** The command, with Heroku's defaults for what was left out. */
  MintAuthorization command(Maker maker) {
    return new MintAuthorization(maker, readDescription(), readScope(), readExpiry());
  }

  /** What is wanted for a client; null when it is for the person. */
  @Nullable ClientWish wish() {
    if (client == null) {
      return null;
    }
    if (responseType != null && !responseType.equals("code")) {
      throw refused("response_type", "must be code.");
    }
    return new ClientWish(readClient(client.id()), redirectUri, readChallenge());
  }

  private static ClientId readClient(@Nullable String id) {
    try {
      return ClientId.of(id == null ? "" : id);
    } catch (IllegalArgumentException notAnId) {
      throw refused("client.id", "must be the id of a client.");
    }
  }

  private @Nullable CodeChallenge readChallenge() {
    if (codeChallenge == null && codeChallengeMethod == null) {
      return null;
    }
    // Left out, the method would be plain (RFC 7636 section 4.3), which protects nothing.
    if (!CodeChallenge.METHOD.equals(codeChallengeMethod)) {
      throw refused("code_challenge_method", "must be S256.");
    }
    return CodeChallenge.parse(codeChallenge == null ? "" : codeChallenge)
        .orElseThrow(() -> refused("code_challenge", "must be 43 characters of base64url."));
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

  /** The application, by its id. */
  public record ForClient(@Nullable String id) {}

  /**
   * An application that somebody lets in.
   *
   * @param redirectUri where it said that its code goes; null when it did not say
   */
  record ClientWish(
      ClientId client, @Nullable String redirectUri, @Nullable CodeChallenge challenge) {}
}
