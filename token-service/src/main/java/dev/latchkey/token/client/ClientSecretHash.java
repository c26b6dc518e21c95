package dev.latchkey.token.client;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The key under which a client's secret is found; the secret can't be told from it. */
@ApplicationScoped
class ClientSecretHash {

  private static final String PURPOSE = "client-secret";

  private final LookupHash lookup;

  ClientSecretHash(LookupHash lookup) {
    this.lookup = lookup;
  }

  /** Those that a secret may lie under, for a look-up. */
  List<byte[]> all(OpaqueToken secret) {
    return lookup.all(PURPOSE, secret.text());
  }

  /** 32 bytes, for a secret that is made now. */
  byte[] of(OpaqueToken secret) {
    return lookup.of(PURPOSE, secret.text());
  }
}
