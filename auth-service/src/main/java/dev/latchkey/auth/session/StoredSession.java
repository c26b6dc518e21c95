package dev.latchkey.auth.session;

/**
 * A session as read from Redis.
 *
 * @param key look-up key of its token; never the token
 * @param sameServer false when the Redis server that wrote it is not the one that answered: a
 *     replica that took over, which may have lost the end of this session
 */
record StoredSession(String key, Session session, boolean sameServer) {}
