/** Signing in and out, and signing up. */
@NullMarked
package dev.latchkey.cli.login;

import org.jspecify.annotations.NullMarked;
