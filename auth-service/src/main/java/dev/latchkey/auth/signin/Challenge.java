package dev.latchkey.auth.signin;

import dev.latchkey.contracts.id.AccountId;

/**
 * "The password was right, now the second factor."
 *
 * @param id names it to mfa-service; the hash of its token, so it opens nothing
 * @param epoch the account's epoch when its password was checked
 * @param knownDevice whether the password came from a known device
 */
public record Challenge(String id, AccountId account, int epoch, boolean knownDevice) {}
