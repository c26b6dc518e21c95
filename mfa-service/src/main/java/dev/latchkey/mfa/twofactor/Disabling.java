package dev.latchkey.mfa.twofactor;

import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.cascade.CascadeOutcome;
import dev.latchkey.mfa.cascade.Cascades;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Switches two-factor off and sees the cascade through. */
@ApplicationScoped
class Disabling {

  private final AuthService auth;
  private final Removal removal;
  private final Cascades cascades;

  Disabling(@RestClient AuthService auth, Removal removal, Cascades cascades) {
    this.auth = auth;
    this.removal = removal;
    this.cascades = cascades;
  }

  /** As the person asks: only under the account's epoch of this moment. */
  Uni<DisablingOutcome> disable(DisableTwoFactor command) {
    return auth.epoch(command.account())
        .chain(current ->
            current.epoch() == command.epoch()
                ? cascades
                    .follow(command.origin(), id -> removal.remove(id, command))
                    .map(Disabling::outcome)
                : Uni.createFrom().item(new DisablingOutcome.AccountChanged()));
  }

  /** As auth-service asks, which knows the epoch and is waiting: it is told at once. */
  Uni<DisablingOutcome> disableForAuth(DisableTwoFactor command) {
    return cascades
        .follow(command.origin(), id -> removal.remove(id, command))
        .map(Disabling::outcome);
  }

  private static DisablingOutcome outcome(@Nullable CascadeOutcome cascade) {
    return switch (cascade) {
      case null -> new DisablingOutcome.NotOn();
      case CascadeOutcome.Outdated _ -> new DisablingOutcome.AccountChanged();
      case CascadeOutcome.Done _, CascadeOutcome.Pending _ -> new DisablingOutcome.Off(cascade);
    };
  }
}
