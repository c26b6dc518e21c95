package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;

/**
 * Please set, confirm or remove the recovery phone.
 *
 * @param epoch the account's epoch that the caller was checked against
 * @param factorShown true when the caller has lately shown a second factor
 * @param origin told to the owner
 */
record ChangePhone(AccountId account, int epoch, boolean factorShown, Origin origin) {}
