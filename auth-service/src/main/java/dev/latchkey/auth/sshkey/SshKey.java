package dev.latchkey.auth.sshkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key of an account. It never changes: it is added and removed. */
@Entity
@Table(name = "ssh_key")
class SshKey {

  @Id UUID id;

  @Column(name = "account_id")
  UUID account;

  @Column(name = "public_key")
  String publicKey;

  String comment;

  @Column(name = "md5_fingerprint")
  String md5;

  @Column(name = "sha256_fingerprint")
  String sha256;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate. */
  protected SshKey() {}

  SshKey(UUID id, UUID account, SshPublicKey key, Instant createdAt) {
    this.id = id;
    this.account = account;
    this.publicKey = key.text();
    this.comment = key.comment();
    this.md5 = key.md5();
    this.sha256 = key.sha256();
    this.createdAt = createdAt;
  }
}
