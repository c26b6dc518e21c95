package dev.latchkey.auth.edge;

import dev.latchkey.auth.session.LiveSession;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is alive now.
 *
 * @param id of the session, authorization or API key; of the account for a password
 * @param token id of an authorization's token, which a rotation changes; null for other kinds
 * @param epoch the account's epoch that it was found alive in
 * @param factorAt when a second factor was last shown with it, SMS not counted
 * @param anyFactorAt when any second factor was last shown with it, or when it was made
 * @param session the session, where it is one
 */
record Credential(
    CredentialKind kind,
    UUID id,
    @Nullable UUID token,
    AccountId account,
    int epoch,
    Set<Scope> scopes,
    List<Proof> proofs,
    @Nullable Instant factorAt,
    @Nullable Instant anyFactorAt,
    @Nullable LiveSession session) {

  Credential {
    scopes = Set.copyOf(scopes);
    proofs = List.copyOf(proofs);
  }
}
