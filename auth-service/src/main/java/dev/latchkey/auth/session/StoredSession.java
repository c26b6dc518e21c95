package dev.latchkey.auth.session;

import dev.latchkey.auth.epoch.Standing;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as read from Redis.
 *
 * @param key look-up key of its token; never the token
 * @param standing what its account lets live, where that was read in the same moment
 * @param sameServer false when the Redis server that wrote it is not the one that answered: a
 *     replica that took over, which may have lost the end of this session
 */
public record StoredSession(
    String key, Session session, @Nullable Standing standing, boolean sameServer) {

  /** What {@code ended_session} calls the token alone: the first 128 bits of its keyed hash. */
  UUID tokenId() {
    var hash = Base64.getUrlDecoder().decode(key.substring(key.lastIndexOf(':') + 1));
    var bits = ByteBuffer.wrap(hash);
    return new UUID(bits.getLong(), bits.getLong());
  }
}
