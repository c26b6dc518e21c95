package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.contracts.identity.CredentialKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Which of an account's live authorizations are meant.
 *
 * @param condition SQL over {@code authorizations}, with named parameters
 */
public record Which(String condition, Map<String, Object> parameters) {

  private static final String BY_API_KEY = "parent_kind = '" + CredentialKind.API_KEY.text() + "'";

  public Which {
    parameters = Map.copyOf(parameters);
  }

  /** Every one. */
  public static Which all() {
    return new Which("true", Map.of());
  }

  /** This one. */
  public static Which only(AuthorizationId id) {
    return new Which("id = :id", Map.of("id", id.value()));
  }

  /** What this one made and takes with it when it ends: of a sign-in, other sign-ins only. */
  public static Which madeBy(Authorization parent) {
    var children = "parent_id = :parent" + (parent.signIn ? " and sign_in" : "");
    return new Which(children, Map.of("parent", parent.id));
  }

  /** What that application was given. */
  public static Which ofClient(ClientId client) {
    return new Which("client = :client", Map.of("client", client.value()));
  }

  /** Sign-ins of an earlier epoch. */
  public static Which signInsBefore(int epoch) {
    return new Which("sign_in and epoch < :epoch", Map.of("epoch", epoch));
  }

  /** Explicit ones of an earlier epoch. */
  public static Which standingBefore(int epoch) {
    return new Which("not sign_in and epoch < :epoch", Map.of("epoch", epoch));
  }

  /** Explicit ones made until then. */
  public static Which standingUntil(Instant moment) {
    return new Which("not sign_in and created_at <= :moment", Map.of("moment", moment));
  }

  /** What that API key made. */
  public static Which byApiKey(UUID key) {
    return new Which(BY_API_KEY + " and parent_id = :key", Map.of("key", key));
  }

  /** What an API key of an earlier epoch made. */
  public static Which byApiKeyBefore(int epoch) {
    return new Which(BY_API_KEY + " and epoch < :epoch", Map.of("epoch", epoch));
  }

  /** What an API key made until then. */
  public static Which byApiKeyUntil(Instant moment) {
    return new Which(BY_API_KEY + " and created_at <= :moment", Map.of("moment", moment));
  }
}
