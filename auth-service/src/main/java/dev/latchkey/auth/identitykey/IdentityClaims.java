package dev.latchkey.auth.identitykey;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is, as the edge found out. The wire names are in {@link
 * dev.latchkey.contracts.identity.Claims}.
 *
 * @param credential id of the session, authorization or API key; of the account when the password
 *     itself is the credential
 * @param token id of the authorization's token; null for other kinds
 * @param asPassword true when the token came in the place of a password to sign in with
 * @param epoch the account's epoch that the credential was checked against
 * @param proofs methods proven by this credential or request
 * @param passwordAt when the password was proven in this request
 * @param factorAt when a second factor (not SMS) was last shown by this credential or request
 * @param twoFactor true when the account has a second factor
 * @param qualified true when the credential may switch two-factor off
 * @param request the one request that an identity with step-up is for; null for one that may be
 *     used again while it lives
 * @param challenge id of the sign-in that waits for its second factor; null but for the first
 *     factor of one
 */
public record IdentityClaims(
    AccountId account,
    CredentialKind kind,
    UUID credential,
    @Nullable UUID token,
    boolean asPassword,
    int epoch,
    Set<Scope> scopes,
    Set<Proof> proofs,
    @Nullable Instant passwordAt,
    @Nullable Instant factorAt,
    boolean twoFactor,
    boolean qualified,
    Origin origin,
    @Nullable OneRequest request,
    @Nullable String challenge) {

  public IdentityClaims {
    scopes = Set.copyOf(scopes);
    proofs = Set.copyOf(proofs);
  }

  /** A single request. The path is as the client sent it, without the query. */
  public record OneRequest(Verb verb, String path) {}
}
