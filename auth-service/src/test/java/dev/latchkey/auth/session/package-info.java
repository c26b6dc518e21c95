/** Sessions in a real Redis, without the doors. */
@NullMarked
package dev.latchkey.auth.session;

import org.jspecify.annotations.NullMarked;
