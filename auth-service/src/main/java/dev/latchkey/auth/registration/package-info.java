/** Signing up: an account comes to be only when its address is shown to be the person's. */
@NullMarked
package dev.latchkey.auth.registration;

import org.jspecify.annotations.NullMarked;
