package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.password.PasswordHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an address may belong to: an account, or a sign-up that waits for its link, or nobody.
 *
 * @param account the account with that address
 * @param waiting hash of the newest sign-up that waits, where there is no account
 */
record Candidate(@Nullable Account account, @Nullable PasswordHash waiting) {

  /** The one hash to check against; nothing means: do the same work for nobody. */
  Optional<PasswordHash> hash() {
    return account == null
        ? Optional.ofNullable(waiting)
        : Optional.of(PasswordHash.parse(account.passwordHash()));
  }
}
