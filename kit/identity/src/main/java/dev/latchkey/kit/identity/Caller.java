package dev.latchkey.kit.identity;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the request is, as the edge says. Inject it into a door that the endpoint table does not call
 * anonymous; each request sees its own. (Not a record only because CDI cannot put a proxy before
 * one; take it as one. What is injected is that proxy: it answers during its request only.)
 */
public class Caller {

  private final AccountId account;
  private final CredentialKind kind;
  private final UUID credential;
  private final @Nullable UUID token;
  private final boolean asPassword;
  private final int epoch;
  private final Set<Scope> scopes;
  private final Set<Proof> proofs;
  private final @Nullable Instant passwordAt;
  private final @Nullable Instant factorAt;
  private final boolean twoFactor;
  private final boolean qualified;
  private final Origin origin;
  private final @Nullable String challenge;

  public Caller(
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
      @Nullable String challenge) {
    this.account = account;
    this.kind = kind;
    this.credential = credential;
    this.token = token;
    this.asPassword = asPassword;
    this.epoch = epoch;
    this.scopes = Set.copyOf(scopes);
    this.proofs = Set.copyOf(proofs);
    this.passwordAt = passwordAt;
    this.factorAt = factorAt;
    this.twoFactor = twoFactor;
    this.qualified = qualified;
    this.origin = origin;
    this.challenge = challenge;
  }

  /** For the proxy alone: it never reads a field. */
  @SuppressWarnings("NullAway")
  protected Caller() {
    this(
        null, null, null, null, false, 0, Set.of(), Set.of(), null, null, false, false, null, null);
  }

  /** Whose request it is. */
  public AccountId account() {
    return account;
  }

  /** What the request came with. */
  public CredentialKind kind() {
    return kind;
  }

  /** Id of the session, authorization or API key; of the account where the kind has no id. */
  public UUID credential() {
    return credential;
  }

  /** Id of the authorization's token, which a rotation changes; null where the kind has none. */
  public @Nullable UUID token() {
    return token;
  }

  /** True when the token came in the place of a password: the request is a sign-in. */
  public boolean asPassword() {
    return asPassword;
  }

  /** The account's epoch that the credential was checked against. */
  public int epoch() {
    return epoch;
  }

  /** How far the credential reaches. */
  public Set<Scope> scopes() {
    return scopes;
  }

  /** What this credential or this request proved. */
  public Set<Proof> proofs() {
    return proofs;
  }

  /** When the password was proven, in this request; null when it was not. */
  public @Nullable Instant passwordAt() {
    return passwordAt;
  }

  /** When a second factor was last shown (SMS not counted); null when it was not. */
  public @Nullable Instant factorAt() {
    return factorAt;
  }

  /** True when the account has a second factor. Only told where the endpoint asks for step-up. */
  public boolean twoFactor() {
    return twoFactor;
  }

  /** True when the credential may switch two-factor off. Only told where step-up is asked for. */
  public boolean qualified() {
    return qualified;
  }

  /** Where the request came from. */
  public Origin origin() {
    return origin;
  }

  /**
   * Id of the sign-in that waits for its second factor; null when the request came otherwise than
   * with its challenge.
   */
  public @Nullable String challenge() {
    return challenge;
  }

  /**
   * The session that the request came with.
   *
   * @throws IllegalStateException when it came with something else
   */
  public SessionId session() {
    if (kind != CredentialKind.SESSION) {
      throw new IllegalStateException("not a session but " + kind.text());
    }
    return new SessionId(credential);
  }

  /** True when the credential has this scope, by its own name. */
  public boolean has(Scope scope) {
    return scopes.contains(scope);
  }

  @Override
  public String toString() {
    return "Caller[account=" + account + ", kind=" + kind + "]";
  }
}
