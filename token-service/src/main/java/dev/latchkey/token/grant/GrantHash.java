package dev.latchkey.token.grant;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;

/** The keys under which codes and refresh tokens are found. */
@ApplicationScoped
class GrantHash {

  private final LookupHash lookup;

  GrantHash(LookupHash lookup) {
    this.lookup = lookup;
  }

  byte[] ofCode(OpaqueToken code) {
    return lookup.of("grant", code.text());
  }

  byte[] ofRefresh(OpaqueToken token) {
    return lookup.of("refresh", token.text());
  }
}
