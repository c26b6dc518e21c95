package dev.latchkey.token.authorization;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The key under which an authorization's token is found; the token can't be told from it. */
@ApplicationScoped
public class TokenHash {

  private static final String PURPOSE = "authorization";

  private final LookupHash lookup;

  TokenHash(LookupHash lookup) {
    this.lookup = lookup;
  }

  /** 32 bytes, for a token that is made now. */
  public byte[] of(OpaqueToken token) {
    return lookup.of(PURPOSE, token.text());
  }

  /** Those that a token may lie under, for a look-up. */
  public List<byte[]> all(OpaqueToken token) {
    return lookup.all(PURPOSE, token.text());
  }
}
