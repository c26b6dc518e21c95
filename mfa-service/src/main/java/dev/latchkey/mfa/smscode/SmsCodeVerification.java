package dev.latchkey.mfa.smscode;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoveryphone.SignInPhone;
import dev.latchkey.mfa.sms.CodeBinding;
import dev.latchkey.mfa.sms.SmsCode;
import dev.latchkey.mfa.sms.SmsHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Verifies a code of a text message: takes an attempt of the budget, which is that of the app's
 * codes, too, reserves a failure of its own, and spends the code. Whatever is not right about a
 * code, it is looked for in the same way and not found.
 */
@ApplicationScoped
public class SmsCodeVerification {

  /** The ceiling has no end but another phone; an answer needs some time, so it is the longest. */
  private static final Duration UNTIL_RECOVERY = Duration.ofHours(1);

  private final Budgets budgets;
  private final SmsCodeAttempts attempts;
  private final SmsHash hashes;
  private final OriginSeal origins;
  private final Clock clock;

  SmsCodeVerification(
      Budgets budgets, SmsCodeAttempts attempts, SmsHash hashes, OriginSeal origins, Clock clock) {
    this.budgets = budgets;
    this.attempts = attempts;
    this.hashes = hashes;
    this.origins = origins;
    this.clock = clock;
  }

  /** Fails when a store is down: nobody passes and nothing is counted for nothing. */
  public Uni<Verification> verify(VerifyCode command) {
    return budgets
        .take(command.pool().limit(), key(command))
        .chain(grant ->
            switch (grant) {
              case Grant.Refused(var after) -> answer(new Verification.Locked(after));
              case Grant.Granted _ -> reserve(command);
            });
  }

  private Uni<Verification> reserve(VerifyCode command) {
    return attempts
        .reserve(command)
        .onFailure()
        .call(() -> giveBack(command))
        .chain(reservation -> evaluate(command, reservation));
  }

  private Uni<Verification> evaluate(VerifyCode command, Reservation reservation) {
    return switch (reservation) {
      case Reservation.NoFactor _ -> giveBack(command).replaceWith(new Verification.NotEnrolled());
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
        .spend(command, reserved.phone(), hashes.of(code, bound), clock.instant())
        .chain(right -> right ? passed(command) : wrong(command, reserved));
  }

  /**
   * Takes its own attempt back and no other: whoever can read somebody's texts must not get new
   * guesses at the app's codes by it.
   */
  private Uni<Verification> passed(VerifyCode command) {
    return giveBack(command).replaceWith(new Verification.Passed(Proof.SMS));
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
        .replaceWith(new Verification.Locked(UNTIL_RECOVERY));
  }

  private Uni<Void> giveBack(VerifyCode command) {
    return budgets
        .giveBack(command.pool().limit(), key(command))
        .onFailure()
        .recoverWithNull(); // It is a courtesy; what led here matters more.
  }

  private static String key(VerifyCode command) {
    return command.account().toString();
  }

  private static Uni<Verification> answer(Verification verification) {
    return Uni.createFrom().item(verification);
  }
}
