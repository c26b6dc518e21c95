package dev.latchkey.auth.authorization;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Please sign this command line in.
 *
 * @param id of the authorization that is to be made: it is made once
 * @param epoch the account's when its owner agreed; another one now, and nothing is made
 * @param factorAt when its owner had last shown a second factor, SMS not counted
 * @param origin of the command line
 */
public record SignInWish(
    AuthorizationId id,
    AccountId account,
    int epoch,
    @Nullable Instant factorAt,
    String description,
    Origin origin) {}
