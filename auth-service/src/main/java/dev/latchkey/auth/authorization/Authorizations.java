package dev.latchkey.auth.authorization;

import dev.latchkey.auth.authorization.AuthorizationClient.Introspection;
import dev.latchkey.auth.authorization.AuthorizationClient.Listed;
import dev.latchkey.auth.authorization.AuthorizationClient.Presented;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Authorizations, as token-service has them: asked at every request, remembered nowhere. */
@ApplicationScoped
public class Authorizations {

  private final AuthorizationClient client;

  Authorizations(@RestClient AuthorizationClient client) {
    this.client = client;
  }

  /**
   * The live authorization of a token, or nothing.
   *
   * @param origin where it was presented
   */
  public Uni<Optional<Authorization>> of(OpaqueToken token, Origin origin) {
    return client
        .introspect(new Presented(token.text(), origin.ip(), origin.client()))
        .map(Authorizations::authorization);
  }

  /** The token of a new sign-in; nothing when the epoch has risen, or the wish was fulfilled. */
  public Uni<Optional<String>> signIn(SignInWish wish) {
    return client
        .signIn(wish)
        .map(made -> Optional.of(made.token()))
        .onFailure(Authorizations::refused)
        .recoverWithItem(Optional.empty());
  }

  private static boolean refused(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == Response.Status.CONFLICT.getStatusCode();
  }

  /** Every live authorization of an account: id, description, kind and maker. */
  public Uni<List<Entry>> of(AccountId account) {
    return client
        .of(account.value())
        .map(listed -> listed.stream().map(Authorizations::entry).toList());
  }

  private static Entry entry(Listed listed) {
    boolean signIn = kind(listed.kind()) == CredentialKind.LOGIN_AUTHORIZATION;
    var parent = listed.parent();
    return parent == null
        ? new Entry(listed.id(), listed.description(), signIn, false, null)
        : new Entry(
            listed.id(), listed.description(), signIn, isApiKey(parent.kind()), parent.id());
  }

  private static boolean isApiKey(String kind) {
    return kind.equals(CredentialKind.API_KEY.text());
  }

  private static Optional<Authorization> authorization(Introspection answer) {
    if (!answer.active()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorization(
            new AuthorizationId(Objects.requireNonNull(answer.authorization())),
            answer.token(),
            new AccountId(Objects.requireNonNull(answer.account())),
            kind(Objects.requireNonNull(answer.kind())),
            Objects.requireNonNull(answer.epoch()),
            Scope.split(Objects.requireNonNull(answer.scope())),
            answer.factorAt(),
            answer.anyFactorAt()));
  }

  private static CredentialKind kind(String text) {
    return CredentialKind.parse(text)
        .filter(kind ->
            kind == CredentialKind.AUTHORIZATION || kind == CredentialKind.LOGIN_AUTHORIZATION)
        .orElseThrow(() -> new IllegalStateException("token-service named an unknown kind"));
  }

  /**
   * One line of the list.
   *
   * @param signIn true for a command line's sign-in, which dies with the epoch
   * @param byApiKey true when an API key made it, with which it dies
   * @param parent the credential that made it; null when it was made with a password
   */
  public record Entry(
      UUID id, String description, boolean signIn, boolean byApiKey, @Nullable UUID parent) {}
}
