/** What this service asks of auth-service, over its internal port. */
@NullMarked
package dev.latchkey.mfa.auth;

import org.jspecify.annotations.NullMarked;
