package dev.latchkey.token.client;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application: everything about it but its secret. */
@Entity
@Table(name = "oauth_client")
public class Client {

  @Id public UUID id;
  public UUID account;
  public String name;

  @Column(name = "redirect_uri")
  public String redirectUri;

  @Column(name = "secret_hash")
  public byte @Nullable [] secretHash;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "removed_at")
  public @Nullable Instant removedAt;

  public ClientId id() {
    return new ClientId(id);
  }

  /** Who registered it, and alone may change it. */
  public AccountId account() {
    return new AccountId(account);
  }

  public String redirectUri() {
    return redirectUri;
  }

  /** True when it has no secret to show: it is who it says, and PKCE must do. */
  public boolean isPublic() {
    return secretHash == null;
  }
}
