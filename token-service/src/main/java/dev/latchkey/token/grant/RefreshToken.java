package dev.latchkey.token.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One refresh token of a family; the family is its authorization. */
@Entity
@Table(name = "oauth_refresh_token")
public class RefreshToken {

  @Id public UUID id;

  @Column(name = "authorization_id")
  public UUID authorizationId;

  public UUID account;
  public UUID client;

  @Column(name = "token_hash")
  public byte[] tokenHash;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "expires_at")
  public Instant expiresAt;

  @Column(name = "spent_at")
  public @Nullable Instant spentAt;
}
