package dev.latchkey.token.minting;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes an authorization. Read from the caller at the door, because the caller is there only
 * while its request is.
 *
 * @param token id of the token that it came with, if it is an authorization
 * @param signsIn true when it came with e-mail and password, or with a token in the password's
 *     place; any other maker makes a standing token
 * @param factorAt when a second factor that counts for step-up was last shown
 * @param qualified true when two-factor is on and the maker may switch it off
 */
record Maker(
    AccountId account,
    CredentialKind kind,
    UUID credential,
    @Nullable UUID token,
    boolean signsIn,
    int epoch,
    Set<Scope> scopes,
    @Nullable Instant factorAt,
    boolean qualified,
    Origin origin) {

  static Maker of(Caller caller) {
    return new Maker(
        caller.account(),
        caller.kind(),
        caller.credential(),
        caller.token(),
        caller.kind() == CredentialKind.PASSWORD || caller.asPassword(),
        caller.epoch(),
        caller.scopes(),
        caller.factorAt(),
        // Without two-factor everybody is called qualified, and a token from that time must not be
        // once two-factor is on.
        caller.twoFactor() && caller.qualified(),
        caller.origin());
  }

  /** True when it is a credential that can be named as the parent of what it makes. */
  boolean isToken() {
    return CredentialKind.TOKENS.contains(kind);
  }

  /** True when this service keeps it. */
  boolean isAuthorization() {
    return kind == CredentialKind.AUTHORIZATION || kind == CredentialKind.LOGIN_AUTHORIZATION;
  }
}
