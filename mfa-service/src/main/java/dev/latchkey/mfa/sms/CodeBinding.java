package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a code is good for, and nothing else.
 *
 * @param epoch the account's epoch under which it was asked for
 * @param numberHash the number's keyed hash
 * @param challenge the sign-in that it was asked for with; null when there was none
 */
public record CodeBinding(
    AccountId account,
    PhoneCode.Use use,
    int epoch,
    String numberHash,
    @Nullable String challenge) {}
