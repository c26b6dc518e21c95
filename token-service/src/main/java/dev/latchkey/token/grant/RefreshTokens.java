package dev.latchkey.token.grant;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.authorization.Authorization;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of refresh tokens. */
@ApplicationScoped
public class RefreshTokens implements PanacheRepositoryBase<RefreshToken, UUID> {

  private static final String SPEND =
      "update oauth_refresh_token set spent_at = :now where id = :id and spent_at is null and"
          + " expires_at > :now";

  private static final String SPENT_AT = "select spent_at from oauth_refresh_token where id = :id";

  private final GrantHash hash;
  private final RandomIds ids;
  private final SecureRandom random;
  private final Clock clock;

  RefreshTokens(GrantHash hash, RandomIds ids, SecureRandom random, Clock clock) {
    this.hash = hash;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** The next one of a family; it ends with it, so that refreshing never makes it longer. */
  public Uni<Fresh> next(Authorization family, UUID client, Instant end) {
    var token = OpaqueToken.mint(TokenKind.REFRESH, random);
    var row = new RefreshToken();
    row.id = ids.next();
    row.authorizationId = family.id;
    row.account = family.account;
    row.client = client;
    row.tokenHash = hash.ofRefresh(token);
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.expiresAt = end;
    return persist(row).map(stored -> new Fresh(stored, token));
  }

  /** The one with that text, spent or not. */
  public Uni<Optional<RefreshToken>> of(OpaqueToken token) {
    return find("tokenHash in ?1", hash.refreshes(token)).firstResult().map(Optional::ofNullable);
  }

  /** Uses it up, if it is good; the account's lock is held. */
  public Uni<Spending> spend(RefreshToken token, Instant arrivedAt) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SPEND)
                .setParameter("now", now)
                .setParameter("id", token.id)
                .executeUpdate()
                .chain(rows ->
                    rows == 1
                        ? Uni.createFrom().<Spending>item(new Spending.Spent())
                        : spentAt(token)
                            .map(when -> Spending.refused(token.spentAt, when, arrivedAt))));
  }

  /** As it is now: what was read before the lock may be old. */
  private Uni<@Nullable Instant> spentAt(RefreshToken token) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SPENT_AT, Instant.class)
                .setParameter("id", token.id)
                .getSingleResultOrNull());
  }

  /** One that was just drawn; its text is nowhere else. */
  public record Fresh(RefreshToken row, OpaqueToken token) {}
}
