package dev.latchkey.auth.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.id.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as Heroku's API shows it to its owner. */
public record AccountView(
    AccountId id,
    String email,
    @Nullable String name,
    @JsonProperty("two_factor_authentication") boolean twoFactorAuthentication,
    @JsonProperty("sms_number") @Nullable String smsNumber,
    boolean verified,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("updated_at") Instant updatedAt,
    @JsonProperty("last_login") @Nullable Instant lastLogin) {

  public static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.email().value(),
        account.name(),
        account.twoFactorSince() != null,
        account.smsNumber(),
        true,
        account.createdAt(),
        account.updatedAt(),
        account.lastLoginAt());
  }

  /** A sign-up whose mail is on its way; a taken address looks the same. */
  public static AccountView waiting(AccountId id, EmailAddress email, Instant now) {
    return new AccountView(id, email.value(), null, false, null, false, now, now, null);
  }
}
