package dev.latchkey.mfa.smscode;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.attempt.AttemptBudget;
import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoveryphone.SignInPhone;
import dev.latchkey.mfa.sms.CodeBinding;
import dev.latchkey.mfa.sms.SmsCode;
import dev.latchkey.mfa.sms.SmsHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Verifies a code of a text message: takes an attempt of the budget, which is that of the app's
 * codes, too, reserves a failure of its own, and spends the code. Whatever is not right about a
 * code, it is looked for in the same way and not found.
 */
@ApplicationScoped
public class SmsCodeVerification {

  private final AttemptBudget budget;
  private final SmsCodeAttempts attempts;
  private final SmsHash hashes;
  private final OriginSeal origins;
  private final Clock clock;

  SmsCodeVerification(
      AttemptBudget budget,
      SmsCodeAttempts attempts,
      SmsHash hashes,
      OriginSeal origins,
      Clock clock) {
    this.budget = budget;
    this.attempts = attempts;
    this.hashes = hashes;
    this.origins = origins;
    this.clock = clock;
  }

  /** Fails when a store is down: nobody passes and nothing is counted for nothing. */
  public Uni<Verification> verify(VerifyCode command) {
    return budget.within(
        command.pool().limit(),
        command.account(),
        () -> attempts.reserve(command),
        reservation -> evaluate(command, reservation));
  }

  private Uni<Verification> evaluate(VerifyCode command, Reservation reservation) {
    return switch (reservation) {
      case Reservation.NoFactor _ ->
          budget
              .giveBack(command.pool().limit(), command.account())
              .replaceWith(new Verification.NotEnrolled());
      case Reservation.NoPhone _ -> answer(new Verification.Wrong());
      case Reservation.Exhausted(var phone) -> exhausted(command, phone);
      case Reservation.Reserved reserved ->
          SmsCode.typed(command.typed())
              .map(code -> evaluate(command, reserved, code))
              .orElseGet(() -> wrong(command, reserved));
    };
  }

  private Uni<Verification> evaluate(
      VerifyCode command, Reservation.Reserved reserved, SmsCode code) {
    var bound =
        new CodeBinding(
            command.account(),
            PhoneCode.Use.SIGN_IN,
            command.epoch(),
            reserved.phone().hash(),
            command.challenge());
    return attempts
        .spend(command, reserved.phone(), hashes.typed(code, bound), clock.instant())
        .chain(right -> right ? passed(command) : wrong(command, reserved));
  }

  /**
   * Takes its own attempt back and no other: whoever can read somebody's texts must not get new
   * guesses at the app's codes by it.
   */
  private Uni<Verification> passed(VerifyCode command) {
    return budget
        .giveBack(command.pool().limit(), command.account())
        .replaceWith(new Verification.Passed(Proof.SMS));
  }

  private Uni<Verification> wrong(VerifyCode command, Reservation.Reserved reserved) {
    return reserved.last()
        ? exhausted(command, reserved.phone())
        : answer(new Verification.Wrong());
  }

  private Uni<Verification> exhausted(VerifyCode command, SignInPhone.Usable phone) {
    var account = command.account();
    var origin = origins.seal(account, command.origin());
    return attempts
        .sayExhausted(account, phone.id(), command.pool(), clock.instant(), origin)
        .replaceWith(new Verification.Locked(AttemptBudget.UNTIL_RECOVERY));
  }

  private static Uni<Verification> answer(Verification verification) {
    return Uni.createFrom().item(verification);
  }
}
