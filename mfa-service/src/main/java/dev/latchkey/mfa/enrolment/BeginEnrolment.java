package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;

/**
 * Please show this session a new secret.
 *
 * @param epoch the account's epoch; the enrolment ends with it
 * @param factorShown true when the caller has lately shown the factor that is to be replaced
 */
record BeginEnrolment(AccountId account, SessionId session, int epoch, boolean factorShown) {}
