/** What auth-service asks of token-service: whose token is this, which tokens are there. */
@NullMarked
package dev.latchkey.auth.authorization;

import org.jspecify.annotations.NullMarked;
