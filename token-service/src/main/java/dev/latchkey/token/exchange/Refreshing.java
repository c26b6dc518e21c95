package dev.latchkey.token.exchange;

import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.authorization.ClientTokens;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.exchange.Family.Member;
import dev.latchkey.token.exchange.TokenOutcome.ScopeGrew;
import dev.latchkey.token.exchange.TokenOutcome.WrongClient;
import dev.latchkey.token.exchange.TokenOutcome.WrongGrant;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByRefresh;
import dev.latchkey.token.grant.RefreshToken;
import dev.latchkey.token.grant.RefreshTokens;
import dev.latchkey.token.grant.Spending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exchanges a refresh token for the next one, once (RFC 9700 section 4.14.2). */
@ApplicationScoped
class Refreshing {

  private final RefreshTokens refreshTokens;
  private final ClientTokens clientTokens;
  private final Family family;

  Refreshing(RefreshTokens refreshTokens, ClientTokens clientTokens, Family family) {
    this.refreshTokens = refreshTokens;
    this.clientTokens = clientTokens;
    this.family = family;
  }

  /** Within the caller's transaction. */
  Uni<TokenOutcome> refresh(Client client, ByRefresh wish, Instant arrivedAt) {
    return OpaqueToken.parse(wish.token())
        .filter(token -> token.kind() == TokenKind.REFRESH)
        .map(token ->
            refreshTokens
                .of(token)
                .chain(found ->
                    found
                        .filter(one -> one.client.equals(client.id))
                        .map(one -> next(one, client, wish.scope(), arrivedAt))
                        .orElseGet(() -> wrong())))
        .orElseGet(() -> wrong());
  }

  private Uni<TokenOutcome> next(
      RefreshToken one, Client client, @Nullable String scope, Instant arrivedAt) {
    return clientTokens
        .scopeOf(one.authorizationId)
        .chain(granted ->
            grew(granted, scope)
                ? Uni.createFrom().item(new ScopeGrew())
                : spend(one, client, arrivedAt));
  }

  /** Unknown words are more than what was granted, too. */
  private static boolean grew(Set<Scope> granted, @Nullable String asked) {
    return asked != null
        && !Stream.of(asked.split(" ", -1))
            .allMatch(word -> Scope.parse(word).filter(granted::contains).isPresent());
  }

  private Uni<TokenOutcome> spend(RefreshToken one, Client client, Instant arrivedAt) {
    var member = Member.of(one.account, one.authorizationId, client);
    return family
        .hold(member)
        .chain(held ->
            held
                ? refreshTokens.spend(one, arrivedAt).chain(spent -> settle(spent, member))
                : Uni.createFrom().item(new WrongClient()));
  }

  private Uni<TokenOutcome> settle(Spending spending, Member member) {
    return spending instanceof Spending.Spent
        ? family.issue(member, null)
        : family.refuse(member, spending);
  }

  private static Uni<TokenOutcome> wrong() {
    return Uni.createFrom().item(new WrongGrant());
  }
}
