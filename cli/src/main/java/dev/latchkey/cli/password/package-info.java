/** The account's password. */
@NullMarked
package dev.latchkey.cli.password;

import org.jspecify.annotations.NullMarked;
