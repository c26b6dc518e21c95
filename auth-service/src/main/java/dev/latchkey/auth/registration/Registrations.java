package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shelf of sign-ups that wait for their link. */
@ApplicationScoped
public class Registrations implements PanacheRepositoryBase<Registration, UUID> {

  private static final String PURPOSE = "registration";

  private final LookupHash lookup;
  private final Clock clock;

  Registrations(LookupHash lookup, Clock clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  /** The password hash of the newest sign-up that waits with that address, or nothing. */
  public Uni<Optional<PasswordHash>> newestHash(EmailAddress email) {
    return find(
            "email = ?1 and expiresAt > ?2 order by createdAt desc", email.value(), clock.instant())
        .firstResult()
        .map(found -> Optional.ofNullable(found).map(r -> PasswordHash.parse(r.passwordHash)));
  }

  Uni<Optional<Registration>> byToken(OpaqueToken token) {
    return find("tokenHash in ?1 and expiresAt > ?2", hashes(token), clock.instant())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Drops every sign-up with that address: one of them was verified. */
  public Uni<Void> drop(EmailAddress email) {
    return delete("email", email.value()).replaceWithVoid();
  }

  byte[] hash(OpaqueToken token) {
    return lookup.of(PURPOSE, token.text());
  }

  private List<byte[]> hashes(OpaqueToken token) {
    return lookup.all(PURPOSE, token.text());
  }
}
