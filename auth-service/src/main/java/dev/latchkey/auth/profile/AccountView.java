package dev.latchkey.auth.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.contracts.id.AccountId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as Heroku's API shows it to its owner. */
@Schema(
    name = "Account",
    examples =
        """
        {"id":"01234567-89ab-4def-8123-456789abcdef","email":"alice@example.com",\
        "name":"Alice","two_factor_authentication":true,"sms_number":null,\
        "verified":true,"created_at":"2026-11-21T12:00:00Z",\
        "updated_at":"2026-11-21T12:00:00Z","last_login":"2026-11-21T12:00:00Z"}\
        """)
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
