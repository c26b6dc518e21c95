package dev.latchkey.auth.identitykey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one key is what.
 *
 * @param kid names the key in JWKS and JWT
 * @param publishedAt in the JWKS from then on
 * @param signsFrom signs from then on, until the next key does
 * @param retiresAt out of the JWKS from then on; null while there is no next key
 */
record KeyTerm(String kid, Instant publishedAt, Instant signsFrom, @Nullable Instant retiresAt) {

  boolean isPublished(Instant now) {
    return !now.isBefore(publishedAt) && !isRetired(now);
  }

  boolean maySign(Instant now) {
    return !now.isBefore(signsFrom) && !isRetired(now);
  }

  private boolean isRetired(Instant now) {
    return retiresAt != null && !now.isBefore(retiresAt);
  }
}
