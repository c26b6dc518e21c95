package dev.latchkey.token.minting;

import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.TokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fills in a new authorization and draws its token. Nothing is stored here. */
@ApplicationScoped
class Drafting {

  private final TokenHash hash;
  private final RandomIds ids;
  private final SecureRandom random;
  private final Clock clock;
  private final MintingConfig config;

  Drafting(TokenHash hash, RandomIds ids, SecureRandom random, Clock clock, MintingConfig config) {
    this.hash = hash;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.config = config;
  }

  /** The authorization that was asked for. Its end is yet to be held against its parent's. */
  Draft draft(MintAuthorization command) {
    var token = OpaqueToken.mint(TokenKind.AUTHORIZATION, random);
    var maker = command.maker();
    var made = new Authorization();
    made.id = ids.next();
    made.account = maker.account().value();
    made.signIn = maker.signsIn();
    made.description = command.description();
    made.scope = Scope.join(command.scopes());
    made.tokenId = ids.next();
    made.tokenHash = hash.of(token);
    made.tokenHint = token.redacted();
    made.epoch = maker.epoch();
    if (!maker.signsIn()) {
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
    return new Draft(made, token);
  }

  /** A qualified maker makes a qualified token, also who signed in with a text message. */
  private static @Nullable Instant anyFactorAt(Maker maker, Instant now) {
    return maker.factorAt() == null && maker.qualified() ? now : maker.factorAt();
  }

  /** A new authorization and the token that is nowhere else. */
  record Draft(Authorization authorization, OpaqueToken token) {

    /** The same, ending no later than this parent. */
    Draft under(Authorization parent) {
      authorization.expiresAt = Lifetime.clamp(authorization.expiresAt, parent.expiresAt());
      return this;
    }
  }
}
