package dev.latchkey.token.oauth;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Authorizations;
import dev.latchkey.token.authorization.Reading;
import dev.latchkey.token.authorization.TokenHash;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.ClientAuthentication;
import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import dev.latchkey.token.grant.RefreshToken;
import dev.latchkey.token.grant.RefreshTokens;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Tells a client what its own tokens are worth. */
@ApplicationScoped
class ClientIntrospection {

  private final ClientAuthentication clients;
  private final Reading reading;
  private final Authorizations authorizations;
  private final RefreshTokens refreshTokens;
  private final TokenHash hash;
  private final Clock clock;

  ClientIntrospection(
      ClientAuthentication clients,
      Reading reading,
      Authorizations authorizations,
      RefreshTokens refreshTokens,
      TokenHash hash,
      Clock clock) {
    this.clients = clients;
    this.reading = reading;
    this.authorizations = authorizations;
    this.refreshTokens = refreshTokens;
    this.hash = hash;
    this.clock = clock;
  }

  /** The state; nothing when the client is not who it says, or has nothing to say it with. */
  @WithSession
  Uni<Optional<TokenState>> introspect(ClientCredentials shown, String token) {
    return clients
        .authenticate(shown)
        .map(found -> found.filter(client -> !client.isPublic()))
        .chain(found ->
            found
                .map(client -> state(client, token).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<TokenState> state(Client client, String text) {
    var token = OpaqueToken.parse(text);
    if (token.isEmpty()) {
      return inactive();
    }
    return switch (token.get().kind()) {
      case AUTHORIZATION -> ofAccess(client, token.get());
      case REFRESH -> ofRefresh(client, token.get());
      case SESSION, API_KEY, DEVICE, CHALLENGE, ONE_TIME, BROWSER_LOGIN, CLIENT_SECRET, GRANT ->
          inactive();
    };
  }

  private Uni<TokenState> ofAccess(Client client, OpaqueToken token) {
    return reading
        .withToken(hash.all(token))
        .map(found ->
            found
                .filter(live -> client.id.equals(live.clientId))
                .map(live -> TokenState.ofAccess(live, client.id()))
                .orElse(TokenState.INACTIVE));
  }

  private Uni<TokenState> ofRefresh(Client client, OpaqueToken token) {
    return refreshTokens
        .of(token)
        .map(found -> found.filter(one -> good(one, client)))
        .chain(found ->
            found
                .map(good ->
                    authorizations.findById(good.authorizationId).map(of -> state(good, of)))
                .orElseGet(ClientIntrospection::inactive));
  }

  private static TokenState state(RefreshToken good, Authorization family) {
    return family.endedAt == null ? TokenState.ofRefresh(good, family) : TokenState.INACTIVE;
  }

  private boolean good(RefreshToken one, Client client) {
    return one.client.equals(client.id)
        && one.spentAt == null
        && clock.instant().isBefore(one.expiresAt);
  }

  private static Uni<TokenState> inactive() {
    return Uni.createFrom().item(TokenState.INACTIVE);
  }
}
