package dev.latchkey.auth.identitykey;

import static java.util.stream.Collectors.joining;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The identity keys as this replica knows them, opened, in memory. Losing the database for a while
 * does not matter: nothing here changes by itself but the key that signs, and that on schedule.
 */
@ApplicationScoped
class SigningKeys {

  /** A key that signs. */
  record Signer(String kid, PrivateKey key) {}

  private record Opened(String publicJwk, PrivateKey privateKey) {}

  private record Known(KeySchedule schedule, Map<String, Opened> keys) {}

  private final IdentityKeys table;
  private final Sealing sealing;
  private final Clock clock;
  private volatile Known known = new Known(new KeySchedule(List.of()), Map.of());

  SigningKeys(IdentityKeys table, @Columns Sealing sealing, Clock clock) {
    this.table = table;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Reads the table anew. */
  Uni<KeySchedule> reload() {
    return table
        .live(clock.instant())
        .invoke(rows -> known = open(rows))
        .map(rows -> known.schedule());
  }

  private Known open(List<IdentityKey> rows) {
    var before = known.keys();
    var keys = new HashMap<String, Opened>();
    for (var row : rows) {
      var kid = row.term().kid();
      var opened = before.get(kid);
      keys.put(kid, opened != null ? opened : new Opened(row.publicJwk(), row.open(sealing)));
    }
    return new Known(
        new KeySchedule(rows.stream().map(IdentityKey::term).toList()), Map.copyOf(keys));
  }

  /**
   * The key to sign with now.
   *
   * @throws IllegalStateException when there is none, which can't be once the service is ready
   */
  Signer signer() {
    var now = known;
    var term =
        now.schedule()
            .signer(clock.instant())
            .orElseThrow(() -> new IllegalStateException("no identity key signs now"));
    return new Signer(term.kid(), opened(now, term).privateKey());
  }

  /** The JWKS document (RFC 7517, section 5). */
  String jwks() {
    var now = known;
    return now.schedule().published(clock.instant()).stream()
        .map(term -> opened(now, term).publicJwk())
        .collect(joining(",", "{\"keys\":[", "]}"));
  }

  private static Opened opened(Known known, KeyTerm term) {
    return Objects.requireNonNull(known.keys().get(term.kid()));
  }
}
