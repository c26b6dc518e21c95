package dev.latchkey.mfa.totp;

import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.attempt.AttemptBudget;
import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a code: takes an attempt of the budget, reserves a failure, looks at the code, and
 * spends its step. The order matters: whatever is interrupted, and however many requests come at
 * once, no guess is free and no code works twice.
 */
@ApplicationScoped
public class TotpVerification {

  private final AttemptBudget budget;
  private final TotpAttempts attempts;
  private final SecretSeal seal;
  private final OriginSeal origins;
  private final Clock clock;

  TotpVerification(
      AttemptBudget budget,
      TotpAttempts attempts,
      SecretSeal seal,
      OriginSeal origins,
      Clock clock) {
    this.budget = budget;
    this.attempts = attempts;
    this.seal = seal;
    this.origins = origins;
    this.clock = clock;
  }

  /** Fails when a store is down: nobody passes and nothing is counted for nothing. */
  public Uni<Verification> verify(VerifyCode command) {
    return budget.within(
        command.pool().limit(),
        command.account(),
        () -> attempts.reserve(command.account(), command.pool()),
        reservation -> evaluate(command, reservation));
  }

  private Uni<Verification> evaluate(VerifyCode command, Reservation reservation) {
    return switch (reservation) {
      case Reservation.NoFactor _ ->
          budget
              .giveBack(command.pool().limit(), command.account())
              .replaceWith(new Verification.NotEnrolled());
      case Reservation.Exhausted _ -> exhausted(command);
      case Reservation.Reserved reserved -> evaluate(command, reserved);
    };
  }

  private Uni<Verification> evaluate(VerifyCode command, Reservation.Reserved reserved) {
    var secret = seal.open(TotpFactor.TABLE, reserved.factor(), reserved.sealedSecret());
    var now = TimeStep.at(clock.instant());
    var code = TotpCode.typed(command.typed());
    var step = Totp.STANDARD.match(secret, code, now, reserved.spent());
    return step == null
        ? wrong(command, reserved)
        : attempts
            .spend(reserved, step, command.pool(), resealed(reserved, secret))
            .chain(first -> first ? passed(command) : wrong(command, reserved));
  }

  private Uni<Verification> passed(VerifyCode command) {
    return budget
        .forget(command.pool().limit(), command.account())
        .replaceWith(new Verification.Passed(Proof.TOTP));
  }

  private Uni<Verification> wrong(VerifyCode command, Reservation.Reserved reserved) {
    return reserved.last() ? exhausted(command) : answer(new Verification.Wrong());
  }

  private Uni<Verification> exhausted(VerifyCode command) {
    var origin = origins.seal(command.account(), command.origin());
    return attempts
        .sayExhausted(command.account(), command.pool(), clock.instant(), origin)
        .replaceWith(new Verification.Locked(AttemptBudget.UNTIL_RECOVERY));
  }

  private @Nullable String resealed(Reservation.Reserved reserved, TotpSecret secret) {
    return seal.current(reserved.sealedSecret())
        ? null
        : seal.seal(TotpFactor.TABLE, reserved.factor(), secret);
  }

  private static Uni<Verification> answer(Verification verification) {
    return Uni.createFrom().item(verification);
  }
}
