package dev.latchkey.token.minting;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Please sign a command line in, whose person has agreed to it in a browser.
 *
 * @param id of what is made, drawn when the person agreed
 * @param epoch the account's in that moment
 * @param factorAt when the person had last shown a second factor, SMS not counted
 * @param origin of the command line
 */
public record MintSignIn(
    @NotNull AuthorizationId id,
    @NotNull AccountId account,
    int epoch,
    @Nullable Instant factorAt,
    @NotNull @Size(min = 1, max = 255) String description,
    @NotNull Origin origin) {

  /**
   * It is worth what a sign-in with password and second factor is worth, but for step-up: that
   * factor was shown by the browser and not by who gets this. Else whoever had somebody approve
   * their login could make standing credentials for ten minutes, which outlive its end.
   */
  MintAuthorization command() {
    var everything = Set.of(Scope.GLOBAL);
    var maker =
        new Maker(
            account,
            CredentialKind.PASSWORD,
            account.value(),
            null,
            true,
            epoch,
            everything,
            null,
            factorAt != null,
            origin);
    return new MintAuthorization(maker, description, everything, null);
  }
}
