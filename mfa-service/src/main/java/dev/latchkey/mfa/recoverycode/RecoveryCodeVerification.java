package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.attempt.AttemptBudget;
import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Verifies a recovery code: takes an attempt of the budget, reserves a failure, hashes the code,
 * and spends it. As with an app's codes the order matters; the budget is one of its own, so that
 * who guesses recovery codes does not lock the owner's app, nor the other way round.
 */
@ApplicationScoped
public class RecoveryCodeVerification {

  private final AttemptBudget budget;
  private final RecoveryCodeAttempts attempts;
  private final RecoveryCodeHashing hashing;
  private final OriginSeal origins;
  private final Clock clock;

  RecoveryCodeVerification(
      AttemptBudget budget,
      RecoveryCodeAttempts attempts,
      RecoveryCodeHashing hashing,
      OriginSeal origins,
      Clock clock) {
    this.budget = budget;
    this.attempts = attempts;
    this.hashing = hashing;
    this.origins = origins;
    this.clock = clock;
  }

  /** Fails when a store is down: nobody passes and nothing is counted for nothing. */
  public Uni<Verification> verify(VerifyCode command) {
    return budget.within(
        limit(command),
        command.account(),
        () -> attempts.reserve(command.account(), command.pool()),
        reservation -> evaluate(command, reservation));
  }

  private Uni<Verification> evaluate(VerifyCode command, Reservation reservation) {
    return switch (reservation) {
      case Reservation.NoFactor _ ->
          budget
              .giveBack(limit(command), command.account())
              .replaceWith(new Verification.NotEnrolled());
      case Reservation.NoCodes _ -> answer(new Verification.Wrong());
      case Reservation.Exhausted _ -> exhausted(command);
      case Reservation.Reserved reserved ->
          RecoveryCode.typed(command.typed())
              .map(code -> evaluate(command, reserved, code))
              .orElseGet(() -> wrong(command, reserved));
    };
  }

  private Uni<Verification> evaluate(
      VerifyCode command, Reservation.Reserved reserved, RecoveryCode code) {
    return hashing
        .offTheLoop(() -> hashing.typed(code, reserved.salt()))
        .chain(hashes -> spend(command, reserved, hashes))
        .chain(first -> first ? passed(command) : wrong(command, reserved));
  }

  private Uni<Boolean> spend(VerifyCode command, Reservation.Reserved reserved, String hashes) {
    var account = command.account();
    var origin = origins.seal(account, command.origin());
    return attempts.spend(account, reserved, hashes, command.pool(), clock.instant(), origin);
  }

  private Uni<Verification> passed(VerifyCode command) {
    return budget
        .forget(limit(command), command.account())
        .replaceWith(new Verification.Passed(Proof.RECOVERY_CODE));
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

  private static Limit limit(VerifyCode command) {
    return command.pool().recoveryLimit();
  }

  private static Uni<Verification> answer(Verification verification) {
    return Uni.createFrom().item(verification);
  }
}
