package dev.latchkey.token.minting;

import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.NewToken;
import dev.latchkey.token.client.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fills in a new authorization and draws its token. Nothing is stored here. */
@ApplicationScoped
class Drafting {

  private final NewToken.Draw tokens;
  private final RandomIds ids;
  private final Clock clock;
  private final MintingConfig config;

  Drafting(NewToken.Draw tokens, RandomIds ids, Clock clock, MintingConfig config) {
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
    this.config = config;
  }

  /** The authorization that was asked for. Its end is yet to be held against its parent's. */
  Draft draft(MintAuthorization command) {
    var token = tokens.next();
    var maker = command.maker();
    var made = new Authorization();
    made.id = ids.next();
    made.account = maker.account().value();
    made.signIn = maker.signsIn();
    made.description = command.description();
    made.scope = Scope.join(command.scopes());
    made.tokenId = token.id();
    made.tokenHash = token.hash();
    made.tokenHint = token.hint();
    made.epoch = maker.epoch();
    if (maker.isToken()) {
      made.parentKind = maker.kind().text();
      made.parentId = maker.credential();
    }
    // As exact as PostgreSQL keeps it, so that what is answered now is what is read later.
    made.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    made.updatedAt = made.createdAt;
    // What was really shown, never "now": this time counts as a fresh second factor for 10 minutes.
    made.factorAt = maker.factorAt();
    made.anyFactorAt = anyFactorAt(maker, made.createdAt);
    var lifetime =
        maker.signsIn()
            ? Lifetime.ofSignIn(command.lifetime(), config.signInLifetime())
            : command.lifetime();
    made.expiresAt = Lifetime.end(made.createdAt, lifetime);
    return new Draft(made, token, config.warnBefore());
  }

  /** A qualified maker makes a qualified token, also who signed in with a text message. */
  private static @Nullable Instant anyFactorAt(Maker maker, Instant now) {
    return maker.factorAt() == null && maker.qualified() ? now : maker.factorAt();
  }

  /** A new authorization and the token that is nowhere else. */
  record Draft(Authorization authorization, NewToken token, Duration warnBefore) {

    /** The authorization as it is to be stored, now that its end is known. */
    Authorization settled() {
      authorization.warnBefore(warnBefore);
      return authorization;
    }

    /** The same under an id that was drawn before, so that it can be made once only. */
    Draft under(AuthorizationId id) {
      authorization.id = id.value();
      return this;
    }

    /**
     * The same for a client: its token comes with the exchange of its code, and is not a person's.
     * No factor that the person has shown counts for it, or a fresh application could do what asks
     * for step-up.
     */
    Draft forClient(Client client) {
      authorization.tokenId = null;
      authorization.tokenHash = null;
      authorization.tokenHint = null;
      authorization.factorAt = null;
      authorization.anyFactorAt = null;
      authorization.clientId = client.id;
      authorization.client = client;
      return this;
    }

    /** The same, ending with this one. */
    Draft madeBy(Authorization.Parent parent) {
      authorization.parentKind = parent.kind();
      authorization.parentId = parent.id();
      return this;
    }

    /** The same, ending no later than this parent. */
    Draft under(Authorization parent) {
      authorization.expiresAt = Lifetime.clamp(authorization.expiresAt, parent.expiresAt());
      return this;
    }
  }
}
