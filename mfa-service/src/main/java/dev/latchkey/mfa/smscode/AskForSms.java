package dev.latchkey.mfa.smscode;

import dev.latchkey.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Please send a code for a sign-in.
 *
 * @param epoch the account's epoch under which the password was checked
 * @param challenge the sign-in that waits for it; null when only the password was shown
 * @param ip the address that asks
 */
record AskForSms(AccountId account, int epoch, @Nullable String challenge, String ip) {}
