/** Tests of auth-service: through its doors, as the gateway would, on real stores. */
@NullMarked
package dev.latchkey.auth;

import org.jspecify.annotations.NullMarked;
