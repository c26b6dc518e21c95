/** Tests of passwords, their policy and their hashing. */
@NullMarked
package dev.latchkey.auth.password;

import org.jspecify.annotations.NullMarked;
