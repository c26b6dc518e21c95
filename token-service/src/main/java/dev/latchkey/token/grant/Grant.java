package dev.latchkey.token.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code: everything about it but the code. */
@Entity
@Table(name = "oauth_grant")
public class Grant {

  @Id public UUID id;

  @Column(name = "authorization_id")
  public UUID authorizationId;

  public UUID account;
  public UUID client;

  @Column(name = "code_hash")
  public byte[] codeHash;

  @Column(name = "redirect_uri")
  public String redirectUri;

  @Column(name = "code_challenge")
  public @Nullable String codeChallenge;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "expires_at")
  public Instant expiresAt;

  @Column(name = "ends_at")
  public @Nullable Instant endsAt;

  @Column(name = "spent_at")
  public @Nullable Instant spentAt;

  /**
   * True when the verifier that came with the code is that of its challenge. One without the other
   * is as wrong as a wrong one: else PKCE could be talked away (RFC 9700 section 2.1.1).
   */
  public boolean verifiedBy(@Nullable String verifier) {
    return codeChallenge == null
        ? verifier == null
        : verifier != null && new CodeChallenge(codeChallenge).isOf(verifier);
  }
}
