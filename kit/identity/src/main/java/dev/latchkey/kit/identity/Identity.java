package dev.latchkey.kit.identity;

import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/**
 * A verified identity.
 *
 * @param caller who the request is
 * @param expires when the identity stops being one, in real time
 * @param only the one request that it is for, or null when it may be reused while it lives
 */
record Identity(Caller caller, NumericDate expires, @Nullable OneRequest only) {

  /**
   * @param method HTTP method, as sent
   * @param path as sent, without the query
   * @param id the identity's own id: accepted once
   */
  record OneRequest(String method, String path, String id) {}

  boolean live() {
    return NumericDate.now().isBefore(expires);
  }
}
