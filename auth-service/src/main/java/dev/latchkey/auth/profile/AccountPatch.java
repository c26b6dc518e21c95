package dev.latchkey.auth.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code PATCH /account} may say; one change at a time. */
@Schema(
    name = "AccountPatch",
    examples =
        """
        {"password":"plenty of unrelated words","new_password":"other words, as many"}\
        """)
public record AccountPatch(
    @Nullable @Size(max = 4096) String password,
    @JsonProperty("new_password") @Nullable @Size(max = 4096) String newPassword,
    @Nullable @Size(max = 320) String email,
    @Nullable @Size(min = 1, max = 200) String name,
    @JsonProperty("two_factor_authentication") @Nullable Boolean twoFactorAuthentication) {

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return "AccountPatch[redacted]";
  }
}
