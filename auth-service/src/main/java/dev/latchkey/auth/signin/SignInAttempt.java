package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.Password;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.identity.OpaqueToken;
import java.util.Optional;

/**
 * Somebody wants to sign in.
 *
 * @param code second factor, where one was sent along
 * @param challenges true where a challenge may be handed out when a factor is due
 */
public record SignInAttempt(
    EmailAddress email,
    Password password,
    Optional<String> code,
    Optional<OpaqueToken> device,
    Origin origin,
    boolean challenges) {}
