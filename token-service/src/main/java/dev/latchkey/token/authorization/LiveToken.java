package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.token.authorization.Authorization.Parent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a live token stands for.
 *
 * @param token its id, which a rotation changes
 * @param epoch the account's epoch when the authorization was made
 * @param factorAt when its maker had last shown a second factor that counts for step-up
 * @param anyFactorAt when its maker had last shown any second factor
 * @param expiresAt when the authorization ends; the token may end before
 * @param lastUsedAt as far as it was noted
 */
public record LiveToken(
    AuthorizationId authorization,
    @Nullable UUID token,
    AccountId account,
    CredentialKind kind,
    Set<Scope> scopes,
    int epoch,
    @Nullable Instant factorAt,
    @Nullable Instant anyFactorAt,
    @Nullable Parent parent,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
