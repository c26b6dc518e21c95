/** Sessions: where an account is signed in with its password. See them, end one or all others. */
@NullMarked
package dev.latchkey.web.session;

import org.jspecify.annotations.NullMarked;
