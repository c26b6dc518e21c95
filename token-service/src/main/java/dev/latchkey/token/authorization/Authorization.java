package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.token.client.Client;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One authorization: everything about a token but the token. */
@Entity
@Table(name = "authorizations")
public class Authorization {

  /** For statements of our own: a prepared one with {@code *} ends when a migration adds one. */
  public static final String COLUMNS =
      """
      id, account, sign_in, description, scope, token_id, token_hash, token_hint, token_expires_at,
        client, epoch, factor_at, any_factor_at, parent_kind, parent_id, created_at, updated_at,
        expires_at, warn_at, last_used_at, last_used_from, ended_at\
      """;

  @Id public UUID id;
  public UUID account;

  @Column(name = "sign_in")
  public boolean signIn;

  public String description;
  public String scope;

  @Column(name = "token_id")
  public @Nullable UUID tokenId;

  @Column(name = "token_hash")
  public byte @Nullable [] tokenHash;

  @Column(name = "token_hint")
  public @Nullable String tokenHint;

  /** When the token ends before the authorization does; a client then has a refresh token. */
  @Column(name = "token_expires_at")
  public @Nullable Instant tokenExpiresAt;

  @Column(name = "client")
  public @Nullable UUID clientId;

  /** The application that it was given to; there only where it is shown. */
  @Transient public @Nullable Client client;

  public int epoch;

  @Column(name = "factor_at")
  public @Nullable Instant factorAt;

  @Column(name = "any_factor_at")
  public @Nullable Instant anyFactorAt;

  @Column(name = "parent_kind")
  public @Nullable String parentKind;

  @Column(name = "parent_id")
  public @Nullable UUID parentId;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "expires_at")
  public @Nullable Instant expiresAt;

  @Column(name = "warn_at")
  public @Nullable Instant warnAt;

  @Column(name = "last_used_at")
  public @Nullable Instant lastUsedAt;

  @Column(name = "last_used_from")
  public @Nullable String lastUsedFrom;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  public AuthorizationId id() {
    return new AuthorizationId(id);
  }

  public AccountId account() {
    return new AccountId(account);
  }

  /** What the edge calls a credential of this sort. */
  public CredentialKind kind() {
    return kind(signIn);
  }

  static CredentialKind kind(boolean signIn) {
    return signIn ? CredentialKind.LOGIN_AUTHORIZATION : CredentialKind.AUTHORIZATION;
  }

  public String description() {
    return description;
  }

  public Set<Scope> scopes() {
    return Scope.split(scope);
  }

  /** The account's epoch when this was made; a sign-in is good only while it is the current one. */
  public int epoch() {
    return epoch;
  }

  /** When its maker had last shown a second factor that counts for step-up. */
  public @Nullable Instant factorAt() {
    return factorAt;
  }

  /** When its maker had last shown any second factor, SMS included, or was known to have. */
  public @Nullable Instant anyFactorAt() {
    return anyFactorAt;
  }

  /** The credential that made it; nothing when it was made with a password. */
  public Optional<Parent> parent() {
    return Optional.ofNullable(parent(parentKind, parentId));
  }

  static @Nullable Parent parent(@Nullable String kind, @Nullable UUID id) {
    return kind == null || id == null ? null : new Parent(kind, id);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Plans that its owner is told some time before it ends: of an explicit one alone, and only if it
   * lives longer than that. Not of an application's, which asks its person again by itself.
   */
  public void warnBefore(Duration time) {
    var due = expiresAt == null ? null : expiresAt.minus(time);
    warnAt = due != null && due.isAfter(createdAt) && !signIn && !givenToClient() ? due : null;
  }

  /** True when it was given to an application. */
  public boolean givenToClient() {
    return clientId != null;
  }

  /** True while its token is good, as far as time and revocation go. */
  public boolean live(Instant now) {
    return endedAt == null && ahead(expiresAt, now) && ahead(tokenExpiresAt, now);
  }

  /** True when it ends later than the other one, or never while the other one does. */
  public boolean outlives(Authorization other) {
    return other.expiresAt != null && (expiresAt == null || expiresAt.isAfter(other.expiresAt));
  }

  private static boolean ahead(@Nullable Instant end, Instant now) {
    return end == null || now.isBefore(end);
  }

  /** Whole seconds until its token expires; nothing when it does not. */
  public @Nullable Long secondsLeft(Instant now) {
    var end = tokenExpiresAt == null ? expiresAt : tokenExpiresAt;
    return end == null ? null : Math.max(0, Duration.between(now, end).toSeconds());
  }

  /**
   * A credential that made another one.
   *
   * @param kind {@link CredentialKind#text()}
   */
  public record Parent(String kind, UUID id) {}
}
