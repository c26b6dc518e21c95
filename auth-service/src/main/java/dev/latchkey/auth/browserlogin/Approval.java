package dev.latchkey.auth.browserlogin;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who let the command line in, and what that was worth in the moment.
 *
 * @param authorization what is made of it: one id, so that it can only be made once
 * @param epoch the account's, which what is made dies with
 * @param factorAt when the approver last showed a second factor, SMS not counted
 */
record Approval(
    AuthorizationId authorization, AccountId account, int epoch, @Nullable Instant factorAt) {}
