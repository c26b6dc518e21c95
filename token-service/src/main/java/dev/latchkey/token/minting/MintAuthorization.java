package dev.latchkey.token.minting;

import dev.latchkey.contracts.identity.Scope;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Please make an authorization.
 *
 * @param lifetime null for one that does not expire
 */
record MintAuthorization(
    Maker maker, String description, Set<Scope> scopes, @Nullable Duration lifetime) {}
