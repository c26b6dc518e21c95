package dev.latchkey.token.grant;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys under which codes and refresh tokens are kept, and those to look them up under. */
@ApplicationScoped
class GrantHash {

  private final LookupHash lookup;

  GrantHash(LookupHash lookup) {
    this.lookup = lookup;
  }

  List<byte[]> codes(OpaqueToken code) {
    return lookup.all("grant", code.text());
  }

  List<byte[]> refreshes(OpaqueToken token) {
    return lookup.all("refresh", token.text());
  }

  byte[] ofCode(OpaqueToken code) {
    return lookup.of("grant", code.text());
  }

  byte[] ofRefresh(OpaqueToken token) {
    return lookup.of("refresh", token.text());
  }
}
