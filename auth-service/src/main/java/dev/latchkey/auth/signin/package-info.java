/** Signing in: password, then the second factor where one is due. Run by the edge, nowhere else. */
@NullMarked
package dev.latchkey.auth.signin;

import org.jspecify.annotations.NullMarked;
