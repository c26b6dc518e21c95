/** Signing in, the second factor, and signing out. */
@NullMarked
package dev.latchkey.web.signin;

import org.jspecify.annotations.NullMarked;
