package dev.latchkey.token.exchange;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.ClientTokens;
import dev.latchkey.token.authorization.ClientTokens.NextToken;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.authorization.Which;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.exchange.TokenOutcome.Issued;
import dev.latchkey.token.exchange.TokenOutcome.Overtaken;
import dev.latchkey.token.exchange.TokenOutcome.Reused;
import dev.latchkey.token.exchange.TokenOutcome.WrongGrant;
import dev.latchkey.token.grant.GrantConfig;
import dev.latchkey.token.grant.RefreshTokens;
import dev.latchkey.token.grant.Spending;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authorization of a client with all that comes of it: one access token, and refresh tokens one
 * after the other. It ends as a whole.
 */
@ApplicationScoped
class Family {

  private final AccountEpochs epochs;
  private final Clients clients;
  private final ClientTokens clientTokens;
  private final RefreshTokens refreshTokens;
  private final Ending ending;
  private final OriginSeal origins;
  private final Tokens tokens;

  Family(
      AccountEpochs epochs,
      Clients clients,
      ClientTokens clientTokens,
      RefreshTokens refreshTokens,
      Ending ending,
      OriginSeal origins,
      Tokens tokens) {
    this.epochs = epochs;
    this.clients = clients;
    this.clientTokens = clientTokens;
    this.refreshTokens = refreshTokens;
    this.ending = ending;
    this.origins = origins;
    this.tokens = tokens;
  }

  /**
   * Locks account and client; false when the client was removed or changed its secret meanwhile.
   */
  Uni<Boolean> hold(Member member) {
    return epochs.hold(member.account(), 0).chain(() -> clients.hold(member.client()));
  }

  /**
   * The next access token and the next refresh token.
   *
   * @param end when the authorization ends; null leaves it
   */
  Uni<TokenOutcome> issue(Member member, @Nullable Instant end) {
    var drawn = tokens.draw();
    return clientTokens
        .replaceToken(member.authorization(), drawn, end)
        .chain(live ->
            live
                ? clientTokens
                    .findById(member.authorization().value())
                    .chain(one -> issued(one, member, drawn))
                : Uni.createFrom().item(new WrongGrant()));
  }

  private Uni<TokenOutcome> issued(Authorization one, Member member, NextToken drawn) {
    var end = one.expiresAt() == null ? drawn.until() : one.expiresAt();
    return refreshTokens
        .next(one, member.client().id, end)
        .map(refresh -> new Issued(one, drawn.token(), refresh, drawn.from()));
  }

  /** What can be used once was not there to use; used before, it ends the family. */
  Uni<TokenOutcome> refuse(Member member, Spending why) {
    return switch (why) {
      case Spending.Overtaken faster -> Uni.createFrom().item(new Overtaken());
      case Spending.Reused before -> end(member);
      case Spending.Expired late -> Uni.createFrom().item(new WrongGrant());
      case Spending.Spent spent -> throw new IllegalStateException("this one was there");
    };
  }

  private Uni<TokenOutcome> end(Member member) {
    Log.warnf("grant or refresh token reused accountId=%s outcome=family_ended", member.account());
    return ending
        .end(member.account(), Which.only(member.authorization()), origin(member))
        .map(done -> new Reused());
  }

  private String origin(Member member) {
    return origins.seal(member.account(), Origin.PLATFORM);
  }

  /** Whose family it is, and whom it was given to. */
  record Member(AccountId account, AuthorizationId authorization, Client client) {

    static Member of(UUID account, UUID authorization, Client client) {
      return new Member(new AccountId(account), new AuthorizationId(authorization), client);
    }
  }

  /** Draws access tokens. Nothing is stored here. */
  @ApplicationScoped
  static class Tokens {

    private final RandomIds ids;
    private final SecureRandom random;
    private final Clock clock;
    private final GrantConfig config;

    Tokens(RandomIds ids, SecureRandom random, Clock clock, GrantConfig config) {
      this.ids = ids;
      this.random = random;
      this.clock = clock;
      this.config = config;
    }

    NextToken draw() {
      var token = OpaqueToken.mint(TokenKind.AUTHORIZATION, random);
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var until = now.plus(config.accessLifetime());
      return new NextToken(ids.next(), token, now, until);
    }
  }
}
