package dev.latchkey.auth.edge;

import dev.latchkey.contracts.event.Origin;

/** From where a request came, and who says so. */
sealed interface Provenance {

  /** From the client that the gateway saw. */
  record Direct(Origin origin) implements Provenance {}

  /** From somebody's browser, by way of {@code web}: what is upstream has to be told so, too. */
  record ThroughWeb(Origin origin) implements Provenance {}

  /** Somebody says that they are {@code web} and are not, or {@code web} tells no address. */
  record Unbelievable() implements Provenance {}
}
