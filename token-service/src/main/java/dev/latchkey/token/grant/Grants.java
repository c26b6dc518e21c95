package dev.latchkey.token.grant;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.client.Client;
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

/** The shelf of codes. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<Grant, UUID> {

  private static final String SPEND =
      "update oauth_grant set spent_at = :now where id = :id and spent_at is null and expires_at >"
          + " :now";

  // As long as it is a code and no more, the authorization ends with it.
  private static final String WAIT =
      "update authorizations set expires_at = :end where id = :id and (expires_at is null or"
          + " expires_at > :end)";

  private static final String SPENT_AT = "select spent_at from oauth_grant where id = :id";

  private final GrantHash hash;
  private final RandomIds ids;
  private final SecureRandom random;
  private final Clock clock;
  private final GrantConfig config;

  Grants(GrantHash hash, RandomIds ids, SecureRandom random, Clock clock, GrantConfig config) {
    this.hash = hash;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
    this.config = config;
  }

  /** Gives an authorization that was just made a code, and lets it end with that for the time. */
  public Uni<Code> open(Authorization made, Client client, @Nullable CodeChallenge challenge) {
    var code = OpaqueToken.mint(TokenKind.GRANT, random);
    var grant = new Grant();
    grant.id = ids.next();
    grant.authorizationId = made.id;
    grant.account = made.account;
    grant.client = client.id;
    grant.codeHash = hash.ofCode(code);
    grant.redirectUri = client.redirectUri();
    grant.codeChallenge = challenge == null ? null : challenge.text();
    grant.createdAt = made.createdAt;
    grant.endsAt = made.expiresAt;
    grant.expiresAt = made.createdAt.plus(config.codeLifetime());
    return persist(grant)
        .chain(() -> waitFor(grant))
        .map(done -> new Code(grant.id, code, config.codeLifetime().toSeconds()));
  }

  /** The grant of a code, spent or not. */
  public Uni<Optional<Grant>> of(OpaqueToken code) {
    return find("codeHash in ?1", hash.codes(code)).firstResult().map(Optional::ofNullable);
  }

  /** Uses the code up, if it is good; the account's lock is held. */
  public Uni<Spending> spend(Grant grant, Instant arrivedAt) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SPEND)
                .setParameter("now", now)
                .setParameter("id", grant.id)
                .executeUpdate()
                .chain(rows ->
                    rows == 1
                        ? Uni.createFrom().<Spending>item(new Spending.Spent())
                        : spentAt(grant)
                            .map(when -> Spending.refused(grant.spentAt, when, arrivedAt))));
  }

  private Uni<Integer> waitFor(Grant grant) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(WAIT)
                .setParameter("end", grant.expiresAt)
                .setParameter("id", grant.authorizationId)
                .executeUpdate());
  }

  /** As it is now: what was read before the lock may be old. */
  private Uni<@Nullable Instant> spentAt(Grant grant) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SPENT_AT, Instant.class)
                .setParameter("id", grant.id)
                .getSingleResultOrNull());
  }

  /** A code that was just drawn; it is nowhere else. */
  public record Code(UUID id, OpaqueToken code, long seconds) {}
}
