package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of authorizations, as applications use it: theirs have one token after another. */
@ApplicationScoped
public class ClientTokens implements PanacheRepositoryBase<Authorization, UUID> {

  private static final String REPLACE_TOKEN =
      """
      update authorizations set token_id = :tokenId, token_hash = :hash, token_hint = :hint,
        expires_at = coalesce(cast(:end as timestamptz), expires_at), updated_at = :now,
        token_expires_at = least(cast(:tokenEnd as timestamptz), coalesce(cast(:end as timestamptz), expires_at))
      where id = :id and client is not null and ended_at is null and expires_at > :now
      """;

  private final TokenHash hash;
  private final Clock clock;

  ClientTokens(TokenHash hash, Clock clock) {
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Gives a client's authorization its next token; the one before is dead with the commit.
   *
   * @param end the authorization's own end; null leaves it
   * @return false when it is over
   */
  public Uni<Boolean> replaceToken(AuthorizationId id, NextToken next, @Nullable Instant end) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(REPLACE_TOKEN)
                .setParameter("id", id.value())
                .setParameter("tokenId", next.id())
                .setParameter("hash", hash.of(next.token()))
                .setParameter("hint", next.token().redacted())
                .setParameter("now", next.from())
                .setParameter("tokenEnd", next.until())
                .setParameter("end", end)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** A token that takes the place of another. */
  public record NextToken(UUID id, OpaqueToken token, Instant from, Instant until) {}

  /** Takes a client's access token from it, and leaves it the authorization. */
  public Uni<Void> forgetToken(OpaqueToken token, ClientId client) {
    return update(
            "tokenId = null, tokenHash = null, tokenHint = null, tokenExpiresAt = null"
                + " where tokenHash in ?1 and clientId = ?2",
            hash.all(token),
            client.value())
        .replaceWithVoid();
  }

  /** How far it reaches, dead or alive; without it, so that a later look finds what was changed. */
  public Uni<Set<Scope>> scopeOf(UUID id) {
    return getSession()
        .chain(session ->
            session
                .createQuery("select scope from Authorization where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult())
        .map(Scope::split);
  }

  /** A client's authorization whose access token has this id. */
  public Uni<Optional<Authorization>> ofToken(AccountId account, UUID tokenId) {
    return find(
            Authorizations.LIVE + " and tokenId = ?3 and clientId is not null",
            account.value(),
            clock.instant(),
            tokenId)
        .firstResult()
        .map(Optional::ofNullable);
  }
}
