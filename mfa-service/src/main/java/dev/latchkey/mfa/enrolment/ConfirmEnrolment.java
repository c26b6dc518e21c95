package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.mfa.totp.TotpCode;

/**
 * Please switch two-factor on.
 *
 * @param session the session that began the enrolment; it is kept
 * @param epoch the account's epoch that the session was checked against
 */
record ConfirmEnrolment(
    AccountId account, SessionId session, int epoch, TotpCode code, Origin origin) {}
