package dev.latchkey.auth.epoch;

import dev.latchkey.contracts.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What an account lets live: credentials of this epoch, and the one session that was kept.
 *
 * @param epoch current epoch, from 1
 * @param kept session that survived the last rise; null for none
 */
public record Standing(int epoch, @Nullable SessionId kept) {}
