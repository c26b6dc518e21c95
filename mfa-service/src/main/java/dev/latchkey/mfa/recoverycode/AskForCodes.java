package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;

/**
 * Please show recovery codes, new ones or those that are left.
 *
 * @param epoch the account's epoch that the caller was checked against
 * @param factorShown true when the caller has lately shown a second factor
 * @param origin told to the owner
 */
record AskForCodes(AccountId account, int epoch, boolean factorShown, Origin origin) {}
