package dev.latchkey.auth.session;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * A session as read from Redis.
 *
 * @param key look-up key of its token; never the token
 * @param sameServer false when the Redis server that wrote it is not the one that answered: a
 *     replica that took over, which may have lost the end of this session
 */
record StoredSession(String key, Session session, boolean sameServer) {

  /** What {@code ended_session} calls the token alone: the first 128 bits of its keyed hash. */
  UUID tokenId() {
    var hash = Base64.getUrlDecoder().decode(key.substring(key.lastIndexOf(':') + 1));
    var bits = ByteBuffer.wrap(hash);
    return new UUID(bits.getLong(), bits.getLong());
  }
}
