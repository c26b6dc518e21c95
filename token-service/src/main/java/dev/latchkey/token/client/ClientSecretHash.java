package dev.latchkey.token.client;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;

/** The key under which a client's secret is found; the secret can't be told from it. */
@ApplicationScoped
class ClientSecretHash {

  private static final String PURPOSE = "client-secret";

  private final LookupHash lookup;

  ClientSecretHash(LookupHash lookup) {
    this.lookup = lookup;
  }

  /** 32 bytes. */
  byte[] of(OpaqueToken secret) {
    return lookup.of(PURPOSE, secret.text());
  }
}
