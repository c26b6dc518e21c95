package dev.latchkey.kit.sealing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;

/** Makes the two {@link Sealing} beans from the configured rings. */
@Singleton
final class Sealings {

  private final Optional<KeyRing> columns;
  private final Optional<KeyRing> messages;

  Sealings(SealingConfig config) {
    columns = config.columns().map(Sealings::ring);
    messages = config.messages().map(Sealings::ring);
  }

  /** A wrong key stops the start, not the first request that needs it. */
  void check(@Observes StartupEvent start) {}

  @Produces
  @Singleton
  @Columns
  Sealing columns(SecureRandom random) {
    return new Sealing(present(columns, "columns"), random);
  }

  @Produces
  @Singleton
  @Messages
  Sealing messages(SecureRandom random) {
    return new Sealing(present(messages, "messages"), random);
  }

  private static KeyRing ring(SealingConfig.Ring ring) {
    return KeyRing.of(ring.current(), ring.keys());
  }

  private static KeyRing present(Optional<KeyRing> ring, String name) {
    return ring.orElseThrow(
        () -> new IllegalStateException("set latchkey.sealing." + name + ".current and .keys"));
  }
}
