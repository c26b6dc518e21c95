package dev.latchkey.auth.edge;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.apikey.ApiKey;
import dev.latchkey.auth.apikey.ApiKeys;
import dev.latchkey.auth.authorization.Authorization;
import dev.latchkey.auth.authorization.Authorizations;
import dev.latchkey.auth.session.LiveSession;
import dev.latchkey.auth.session.LiveSessions;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whose a token is, and whether it lives: at every request, from where the truth is. */
@Singleton
class TokenResolution {

  private static final Set<Scope> EVERYTHING = Set.of(Scope.GLOBAL);

  private final LiveSessions sessions;
  private final Authorizations authorizations;
  private final Stored stored;

  TokenResolution(LiveSessions sessions, Authorizations authorizations, Stored stored) {
    this.sessions = sessions;
    this.authorizations = authorizations;
    this.stored = stored;
  }

  /** The live credential of a token, or nothing; also when it is not the named owner's. */
  Uni<Optional<Credential>> resolve(Presented.Token presented, Origin origin) {
    return credential(presented.token(), origin).chain(found -> ofOwner(found, presented.owner()));
  }

  private Uni<Optional<Credential>> credential(OpaqueToken token, Origin origin) {
    return switch (token.kind()) {
      case SESSION -> sessions.of(token).map(found -> found.map(TokenResolution::session));
      case API_KEY -> stored.apiKey(token);
      case AUTHORIZATION -> authorizations.of(token, origin).chain(this::inEpoch);
      case DEVICE, CHALLENGE, ONE_TIME, BROWSER_LOGIN, CLIENT_SECRET, GRANT, REFRESH ->
          Uni.createFrom().item(Optional.empty());
    };
  }

  private Uni<Optional<Credential>> ofOwner(
      Optional<Credential> found, Optional<EmailAddress> owner) {
    if (found.isEmpty() || owner.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    return stored
        .account(found.get().account())
        .map(account ->
            found.filter(
                credential -> account.filter(a -> a.email().equals(owner.get())).isPresent()));
  }

  private static Credential session(LiveSession live) {
    var session = live.session();
    return new Credential(
        CredentialKind.SESSION,
        session.id().value(),
        null,
        session.account(),
        live.epoch(),
        EVERYTHING,
        session.proofs(),
        session.factorAt(),
        session.anyFactorAt(),
        live);
  }

  private Uni<Optional<Credential>> inEpoch(Optional<Authorization> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    var authorization = found.get();
    return stored
        .account(authorization.account())
        .map(account ->
            account
                .filter(owner -> authorization.livesIn(owner))
                .map(owner -> authorization(authorization, owner)));
  }

  private static Credential authorization(Authorization authorization, Account owner) {
    return new Credential(
        authorization.kind(),
        authorization.id().value(),
        authorization.token(),
        authorization.account(),
        owner.epoch(),
        authorization.scopes(),
        List.of(),
        authorization.factorAt(),
        authorization.anyFactorAt(),
        null);
  }

  /** What PostgreSQL knows; works while Redis is away. */
  @ApplicationScoped
  static class Stored {

    private final Accounts accounts;
    private final ApiKeys apiKeys;

    Stored(Accounts accounts, ApiKeys apiKeys) {
      this.accounts = accounts;
      this.apiKeys = apiKeys;
    }

    @WithSession
    Uni<Optional<Account>> account(AccountId id) {
      return accounts.byId(id);
    }

    @WithSession
    Uni<Optional<Credential>> apiKey(OpaqueToken token) {
      return apiKeys.byToken(token).chain(this::owned);
    }

    private Uni<Optional<Credential>> owned(Optional<ApiKey> found) {
      if (found.isEmpty()) {
        return Uni.createFrom().item(Optional.empty());
      }
      var key = found.get();
      return accounts
          .epochOf(key.account())
          .map(epoch -> epoch.map(current -> credential(key, current)));
    }

    private static Credential credential(ApiKey key, int epoch) {
      return new Credential(
          CredentialKind.API_KEY,
          key.id(),
          null,
          key.account(),
          epoch,
          EVERYTHING,
          List.of(),
          null,
          key.factorAt(),
          null);
    }
  }
}
