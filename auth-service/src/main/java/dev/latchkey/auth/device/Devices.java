package dev.latchkey.auth.device;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.LookupHash;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The shelf of known devices. A device gives no access: it only moves its owner's attempts to a
 * pool that strangers can't use up.
 */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<Device, UUID> {

  /** How long a device is known. */
  public static final Duration LIFE = Duration.ofDays(90);

  private static final String PURPOSE = "device";
  private static final int MOST = 5;

  private final LookupHash lookup;
  private final SecureRandom random;
  private final RandomIds ids;
  private final Clock clock;

  Devices(LookupHash lookup, SecureRandom random, RandomIds ids, Clock clock) {
    this.lookup = lookup;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whose device that is, or nothing when it is unknown or too old. */
  @WithSession
  public Uni<Optional<AccountId>> owner(OpaqueToken token) {
    return find(
            "tokenHash in ?1 and expiresAt > ?2",
            lookup.all(PURPOSE, token.text()),
            clock.instant())
        .firstResult()
        .map(found -> Optional.ofNullable(found).map(device -> new AccountId(device.accountId)));
  }

  /** Remembers a new device; the oldest beyond five are forgotten. */
  @WithTransaction
  public Uni<OpaqueToken> remember(AccountId account) {
    var token = OpaqueToken.mint(TokenKind.DEVICE, random);
    var now = clock.instant();
    var device =
        new Device(ids.next(), account, lookup.of(PURPOSE, token.text()), now, now.plus(LIFE));
    return persist(device)
        .chain(() -> list("accountId = ?1 order by createdAt desc, id", account.value()))
        .chain(known -> forgetAll(known.stream().skip(MOST).toList()))
        .replaceWith(token);
  }

  /** Forgets all devices of an account; in the caller's transaction. */
  public Uni<Void> forget(AccountId account) {
    return delete("accountId", account.value()).replaceWithVoid();
  }

  private Uni<Void> forgetAll(List<Device> devices) {
    var tooMany = devices.stream().map(device -> device.id).toList();
    return tooMany.isEmpty()
        ? Uni.createFrom().voidItem()
        : delete("id in ?1", tooMany).replaceWithVoid();
  }
}
