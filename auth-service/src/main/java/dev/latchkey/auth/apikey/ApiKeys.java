package dev.latchkey.auth.apikey;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.LookupHash;
import dev.latchkey.kit.sealing.Sealing;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of API keys: one an account, never cached, so that a replaced one is dead at once. */
@ApplicationScoped
public class ApiKeys implements PanacheRepositoryBase<ApiKey, UUID> {

  private static final String PURPOSE = "api-key";

  private final LookupHash lookup;
  private final Sealing sealing;
  private final SecureRandom random;
  private final RandomIds ids;
  private final Clock clock;

  ApiKeys(
      LookupHash lookup,
      @Columns Sealing sealing,
      SecureRandom random,
      RandomIds ids,
      Clock clock) {
    this.lookup = lookup;
    this.sealing = sealing;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /** The key with that text, or nothing. One statement, by unique index. */
  public Uni<Optional<ApiKey>> byToken(OpaqueToken token) {
    var hashes = lookup.all(PURPOSE, token.text());
    // A list is translated to SQL anew at each request; while no key rotates there is one hash.
    var found =
        hashes.size() == 1
            ? find("tokenHash = ?1", hashes.getFirst())
            : find("tokenHash in ?1", hashes);
    return found.firstResult().map(Optional::ofNullable);
  }

  Uni<Optional<ApiKey>> of(AccountId account) {
    return find("accountId", account.value()).firstResult().map(Optional::ofNullable);
  }

  /**
   * Gives the account a new key; the old one is dead at the commit.
   *
   * @param factorAt when whoever asks has shown a second factor; null for never
   */
  public Uni<Replaced> replace(AccountId account, @Nullable Instant factorAt) {
    return of(account)
        .chain(old ->
            delete("accountId", account.value())
                .chain(() -> persist(mint(account, factorAt)))
                .map(made -> new Replaced(made, old.isPresent() ? old.get().id() : null)));
  }

  /** The account is closed: no key at all from now on. */
  public Uni<Void> remove(AccountId account) {
    return delete("accountId", account.value()).replaceWithVoid();
  }

  /** The key's text, out of its seal. */
  OpaqueToken text(ApiKey key) {
    var text = sealing.open(PURPOSE, context(key.id()), key.sealed());
    return OpaqueToken.parse(new String(text, StandardCharsets.US_ASCII)).orElseThrow();
  }

  private ApiKey mint(AccountId account, @Nullable Instant factorAt) {
    var id = ids.next();
    var token = OpaqueToken.mint(TokenKind.API_KEY, random);
    var sealed =
        sealing.seal(PURPOSE, context(id), token.text().getBytes(StandardCharsets.US_ASCII));
    return new ApiKey(id, account, hash(token), sealed, clock.instant(), factorAt);
  }

  private byte[] hash(OpaqueToken token) {
    return lookup.of(PURPOSE, token.text());
  }

  private static String context(UUID id) {
    return "api_key:" + id;
  }

  /**
   * A new key in the place of an old one.
   *
   * @param old the dead key's id; null when the account had none
   */
  public record Replaced(ApiKey made, @Nullable UUID old) {}
}
