package dev.latchkey.mfa.enrolment;

import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.cascade.CascadeOutcome;
import dev.latchkey.mfa.cascade.Cascades;
import dev.latchkey.mfa.totp.TimeStep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Confirms an enrolment: the right code switches two-factor on and the cascade runs. */
@ApplicationScoped
class Confirmation {

  private final Enrolments enrolments;
  private final FirstCode firstCode;
  private final AuthService auth;
  private final Activation activation;
  private final Cascades cascades;

  Confirmation(
      Enrolments enrolments,
      FirstCode firstCode,
      @RestClient AuthService auth,
      Activation activation,
      Cascades cascades) {
    this.enrolments = enrolments;
    this.firstCode = firstCode;
    this.auth = auth;
    this.activation = activation;
    this.cascades = cascades;
  }

  Uni<ConfirmationOutcome> confirm(ConfirmEnrolment command) {
    return enrolments
        .pending(command.account(), command.session(), command.epoch())
        .chain(pending ->
            pending == null
                ? answer(new ConfirmationOutcome.NothingPending())
                : firstCode
                    .look(command.account(), pending.secret(), command.code())
                    .chain(seen -> act(command, pending, seen)));
  }

  private Uni<ConfirmationOutcome> act(
      ConfirmEnrolment command, Enrolments.Pending pending, FirstCode.Seen seen) {
    return switch (seen) {
      case FirstCode.Seen.Wrong _ -> answer(new ConfirmationOutcome.WrongCode());
      case FirstCode.Seen.Locked(var after) -> answer(new ConfirmationOutcome.Locked(after));
      case FirstCode.Seen.Right(var step) -> switchOn(command, pending, step);
    };
  }

  /**
   * The epoch is asked for at the last moment: between the edge's check and here somebody may have
   * changed the password, and then this session must not bind its own factor to the account.
   */
  private Uni<ConfirmationOutcome> switchOn(
      ConfirmEnrolment command, Enrolments.Pending pending, TimeStep step) {
    return auth.epoch(command.account())
        .chain(current ->
            current.epoch() == command.epoch()
                ? cascades
                    .follow(command.origin(), id -> activation.activate(id, command, pending, step))
                    .call(() -> firstCode.clear(command.account()))
                    .map(Confirmation::outcome)
                : answer(new ConfirmationOutcome.AccountChanged()));
  }

  private static ConfirmationOutcome outcome(@Nullable CascadeOutcome cascade) {
    return switch (cascade) {
      case null -> new ConfirmationOutcome.NothingPending();
      case CascadeOutcome.Outdated _ -> new ConfirmationOutcome.AccountChanged();
      case CascadeOutcome.Done _, CascadeOutcome.Pending _ -> new ConfirmationOutcome.On(cascade);
    };
  }

  private static Uni<ConfirmationOutcome> answer(ConfirmationOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
