package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Please switch two-factor off. Password and qualification were checked by who asks.
 *
 * @param keptSession the session that asks and goes on; nothing when a token asks
 */
record DisableTwoFactor(
    AccountId account, @Nullable SessionId keptSession, int epoch, Origin origin) {}
