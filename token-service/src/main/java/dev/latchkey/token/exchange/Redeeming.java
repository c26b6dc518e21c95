package dev.latchkey.token.exchange;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.exchange.Family.Member;
import dev.latchkey.token.exchange.TokenOutcome.WrongClient;
import dev.latchkey.token.exchange.TokenOutcome.WrongGrant;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByCode;
import dev.latchkey.token.grant.Grant;
import dev.latchkey.token.grant.GrantConfig;
import dev.latchkey.token.grant.Grants;
import dev.latchkey.token.grant.Spending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Exchanges a code, once. One that does not fit is not used up: else a stranger could do that. */
@ApplicationScoped
class Redeeming {

  private final Grants grants;
  private final Family family;
  private final Clock clock;
  private final GrantConfig config;

  Redeeming(Grants grants, Family family, Clock clock, GrantConfig config) {
    this.grants = grants;
    this.family = family;
    this.clock = clock;
    this.config = config;
  }

  /** Within the caller's transaction. */
  Uni<TokenOutcome> redeem(Client client, ByCode wish, Instant arrivedAt) {
    return OpaqueToken.parse(wish.code())
        .filter(code -> code.kind() == TokenKind.GRANT)
        .map(code ->
            grants
                .of(code)
                .chain(found ->
                    found
                        .filter(grant -> fits(grant, client, wish))
                        .map(grant -> spend(grant, client, arrivedAt))
                        .orElseGet(() -> wrong())))
        .orElseGet(() -> wrong());
  }

  /**
   * The code is this client's, goes where the client is registered now, and who comes with it is
   * who began (RFC 6749 section 4.1.3, RFC 7636 section 4.6).
   */
  private static boolean fits(Grant grant, Client client, ByCode wish) {
    var redirect = wish.redirectUri();
    return grant.client.equals(client.id)
        && grant.redirectUri.equals(client.redirectUri())
        && (redirect == null || redirect.equals(grant.redirectUri))
        && grant.verifiedBy(wish.verifier());
  }

  private Uni<TokenOutcome> spend(Grant grant, Client client, Instant arrivedAt) {
    var member = Member.of(grant.account, grant.authorizationId, client);
    return family
        .hold(member)
        .chain(held ->
            held
                ? grants.spend(grant, arrivedAt).chain(spent -> settle(spent, member, grant))
                : Uni.createFrom().item(new WrongClient()));
  }

  private Uni<TokenOutcome> settle(Spending spending, Member member, Grant grant) {
    return spending instanceof Spending.Spent
        ? family.issue(member, end(grant))
        : family.refuse(member, spending);
  }

  private Instant end(Grant grant) {
    var latest = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(config.absoluteLifetime());
    var asked = grant.endsAt;
    return asked == null || latest.isBefore(asked) ? latest : asked;
  }

  private static Uni<TokenOutcome> wrong() {
    return Uni.createFrom().item(new WrongGrant());
  }
}
