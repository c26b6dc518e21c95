package dev.latchkey.token.authorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.lastuse.LastUse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as Heroku's Platform API shows one. {@code grant}, {@code refresh_token} and
 * {@code session} are always there and mostly null: its clients look for them.
 *
 * @param accessToken null while a client has not exchanged its code
 * @param client the application that it was given to; null for a person's own
 * @param grant the code, in the answer that made it and never again
 * @param lastUsedAt when it was last used, give or take an hour; null when it was not
 * @param lastUsedIp from which address
 * @param lastUsedClient with which program
 * @param signIn true when it is a command line's sign-in, which ends with the epoch; false when it
 *     stands until it is revoked
 * @param next advice to who has just signed in with a recovery code; else it is not there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Authorization", examples = AuthorizationView.EXAMPLE)
public record AuthorizationView(
    AuthorizationId id,
    String description,
    List<Scope> scope,
    @Nullable AccessToken accessToken,
    @Nullable ForClient client,
    @Nullable Code grant,
    @Nullable Object refreshToken,
    @Nullable Object session,
    User user,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedIp,
    @Nullable String lastUsedClient,
    boolean signIn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> next) {

  /** What to do after a sign-in with a recovery code: the device is lost, so another one. */
  private static final List<String> AFTER_RECOVERY = List.of("set_up_two_factor_anew");

  static final String EXAMPLE =
      """
      {"id":"01234567-89ab-4def-8123-456789abcdef","description":"Codespaces","scope":["global"],\
      "access_token":{"id":"11234567-89ab-4def-8123-456789abcdef",\
      "token":"lkat_4fTz0q**********9sKd2m","expires_in":null},\
      "client":null,"grant":null,"refresh_token":null,"session":null,\
      "user":{"id":"21234567-89ab-4def-8123-456789abcdef","email":"alice@example.com",\
      "full_name":null},\
      "created_at":"2026-11-21T12:00:00Z","updated_at":"2026-11-21T12:00:00Z",\
      "last_used_at":"2026-11-22T08:00:00Z","last_used_ip":"192.0.2.7",\
      "last_used_client":"heroku-cli/11.10.0","sign_in":false}\
      """;

  /** With the token redacted. */
  static AuthorizationView redacted(Authorization of, String email, Instant now) {
    return with(of, of.tokenHint, null, email, now);
  }

  /** With the token in full: when it was just made, and never again. */
  public static AuthorizationView inFull(
      Authorization of, String token, String email, Instant now) {
    return with(of, token, null, email, now);
  }

  /** With the code for a client in place of a token: when it was just made, and never again. */
  public static AuthorizationView withCode(Authorization of, Code code, String email) {
    return with(of, null, code, email, of.createdAt);
  }

  /** The same, for who has just signed in with a recovery code. */
  public AuthorizationView afterRecovery() {
    return new AuthorizationView(
        id,
        description,
        scope,
        accessToken,
        client,
        grant,
        refreshToken,
        session,
        user,
        createdAt,
        updatedAt,
        lastUsedAt,
        lastUsedIp,
        lastUsedClient,
        signIn,
        AFTER_RECOVERY);
  }

  /** The same, with what was noted of its last use. */
  AuthorizationView lastUsed(LastUse use) {
    return new AuthorizationView(
        id,
        description,
        scope,
        accessToken,
        client,
        grant,
        refreshToken,
        session,
        user,
        createdAt,
        updatedAt,
        use.at(),
        told(use.ip()),
        told(use.client()),
        signIn,
        next);
  }

  private static @Nullable String told(String text) {
    return text.isEmpty() ? null : text;
  }

  private static AuthorizationView with(
      Authorization of, @Nullable String token, @Nullable Code code, String email, Instant now) {
    var tokenId = of.tokenId;
    var client = of.client;
    return new AuthorizationView(
        of.id(),
        of.description(),
        of.scopes().stream().sorted().toList(),
        tokenId == null || token == null
            ? null
            : new AccessToken(tokenId, token, of.secondsLeft(now)),
        client == null ? null : ForClient.of(client),
        code,
        null,
        null,
        new User(of.account(), email, null),
        of.createdAt(),
        of.updatedAt,
        null,
        null,
        null,
        of.signIn,
        null);
  }

  /**
   * The token.
   *
   * @param expiresIn whole seconds that are left, because the command line adds them to its clock;
   *     null when it does not expire
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonNaming(SnakeCaseStrategy.class)
  public record AccessToken(UUID id, String token, @Nullable Long expiresIn) {

    @Override
    public String toString() {
      return "AccessToken[" + id + "]";
    }
  }

  /** An application, as those see it who let it in. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record ForClient(UUID id, String name, String redirectUri) {

    static ForClient of(Client client) {
      return new ForClient(client.id, client.name, client.redirectUri);
    }
  }

  /**
   * What the client exchanges for tokens.
   *
   * @param expiresIn whole seconds
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Code(UUID id, String code, long expiresIn) {

    @Override
    public String toString() {
      return "Code[" + id + "]";
    }
  }

  /** Whose it is. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonNaming(SnakeCaseStrategy.class)
  public record User(AccountId id, String email, @Nullable String fullName) {}
}
