package dev.latchkey.auth.session;

/**
 * A session that was alive at the moment of asking.
 *
 * @param key look-up key of its token in Redis
 * @param epoch the account's current epoch: that of the session, or newer for the kept one
 */
public record LiveSession(String key, Session session, int epoch) {}
