/** The account as its owner sees and changes it: {@code /account}, also called {@code /users/~}. */
@NullMarked
package dev.latchkey.auth.profile;

import org.jspecify.annotations.NullMarked;
