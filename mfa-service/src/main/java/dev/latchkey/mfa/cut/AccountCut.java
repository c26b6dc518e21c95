package dev.latchkey.mfa.cut;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The last cut of an account's sessions that was heard of, and its last password reset. */
@Entity
@Immutable
@Table(name = "account_cut")
public class AccountCut {

  @Id UUID account;
  int epoch;

  @Column(name = "reset_at")
  @Nullable Instant resetAt;

  /** For Hibernate. */
  protected AccountCut() {}

  /** The account's epoch since then. */
  public int epoch() {
    return epoch;
  }

  /** When the password was last reset; null when that was not heard of. */
  public @Nullable Instant resetAt() {
    return resetAt;
  }
}
