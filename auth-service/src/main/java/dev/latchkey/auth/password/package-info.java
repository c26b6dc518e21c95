/**
 * Passwords: what may be one ({@link dev.latchkey.auth.password.PasswordPolicy}), how it is kept
 * ({@link dev.latchkey.auth.password.PasswordHash}), and the hashing itself, which is slow on
 * purpose and so has a queue of its own. Read {@link dev.latchkey.auth.password.PasswordHashing}
 * first.
 */
@NullMarked
package dev.latchkey.auth.password;

import org.jspecify.annotations.NullMarked;
