package dev.latchkey.auth.signin;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.secondfactor.CodeAttempt;
import dev.latchkey.auth.secondfactor.CodeVerdict;
import dev.latchkey.auth.secondfactor.SecondFactors;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused.Reason;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs somebody in: password, then the second factor where mfa-service says that one is due. What
 * the edge learns here is true for the epoch that the password was checked under, and no later one.
 */
@ApplicationScoped
public class SignIn {

  private final PasswordCheck passwords;
  private final SecondFactors factors;
  private final Challenges challenges;
  private final ChallengedAccounts accounts;
  private final SignInRecord record;

  SignIn(
      PasswordCheck passwords,
      SecondFactors factors,
      Challenges challenges,
      ChallengedAccounts accounts,
      SignInRecord record) {
    this.passwords = passwords;
    this.factors = factors;
    this.challenges = challenges;
    this.accounts = accounts;
    this.record = record;
  }

  /** Signs in by password, and by code where one is sent along. */
  public Uni<SignInOutcome> byPassword(SignInAttempt attempt) {
    return passwords
        .check(attempt.email(), attempt.password(), attempt.device())
        .chain(verdict ->
            switch (verdict) {
              case PasswordCheckOutcome.Right right -> secondFactor(attempt, right);
              case PasswordCheckOutcome.Unverified unverified ->
                  Uni.createFrom().item(new SignInOutcome.VerificationNeeded());
              case PasswordCheckOutcome.Wrong wrong ->
                  Uni.createFrom().item(new SignInOutcome.WrongCredentials());
              case PasswordCheckOutcome.Locked locked ->
                  Uni.createFrom().item(new SignInOutcome.Locked(locked.retryAfter()));
            })
        .call(outcome -> record.complete(outcome, attempt.password()));
  }

  /** Goes on with a sign-in whose password was right before. */
  public Uni<SignInOutcome> byChallenge(OpaqueToken token, String code, Origin origin) {
    return challenges
        .take(token)
        .chain(found ->
            found
                .map(challenge -> answered(challenge, code, origin))
                .orElseGet(() -> Uni.createFrom().item(new SignInOutcome.ChallengeOver())))
        .call(record::complete);
  }

  private Uni<SignInOutcome> secondFactor(SignInAttempt attempt, PasswordCheckOutcome.Right right) {
    return attempt
        .code()
        .map(code -> withCode(attempt, right, code))
        .orElseGet(() -> withoutCode(attempt, right));
  }

  /** Whether a factor is due comes with the verdict, and need not be asked before. */
  private Uni<SignInOutcome> withCode(
      SignInAttempt attempt, PasswordCheckOutcome.Right right, String code) {
    return verified(right, code, attempt.origin(), null, complete(right, null));
  }

  private Uni<SignInOutcome> withoutCode(SignInAttempt attempt, PasswordCheckOutcome.Right right) {
    return factors
        .due(right.account().id())
        .chain(due ->
            due.map(methods -> challenged(attempt, right, methods))
                .orElseGet(() -> complete(right, null)));
  }

  private Uni<SignInOutcome> challenged(
      SignInAttempt attempt, PasswordCheckOutcome.Right right, List<String> methods) {
    if (!attempt.challenges()) {
      return Uni.createFrom().item(new SignInOutcome.FactorDue(methods, null));
    }
    var account = right.account();
    return challenges
        .issue(account.id(), account.epoch(), right.knownDevice())
        .map(token -> new SignInOutcome.FactorDue(methods, token));
  }

  private Uni<SignInOutcome> answered(Challenge challenge, String code, Origin origin) {
    return accounts
        .inEpoch(challenge)
        .chain(found ->
            found
                .map(account -> inTime(challenge, account, code, origin))
                .orElseGet(() -> Uni.createFrom().item(new SignInOutcome.ChallengeOver())));
  }

  private Uni<SignInOutcome> inTime(
      Challenge challenge, Account account, String code, Origin origin) {
    var right = new PasswordCheckOutcome.Right(account, challenge.knownDevice());
    // Switched off since the challenge was given: start anew rather than guess.
    var over = Uni.createFrom().<SignInOutcome>item(new SignInOutcome.ChallengeOver());
    return verified(right, code, origin, challenge.id(), over)
        .call(outcome ->
            outcome instanceof SignInOutcome.Complete
                ? challenges.end(challenge)
                : Uni.createFrom().voidItem());
  }

  private Uni<SignInOutcome> verified(
      PasswordCheckOutcome.Right right,
      String code,
      Origin origin,
      @Nullable String challenge,
      Uni<SignInOutcome> noFactor) {
    var account = right.account();
    var attempt = new CodeAttempt(code, account.epoch(), right.knownDevice(), origin);
    return factors
        .atSignIn(account.id(), attempt, challenge)
        .chain(verdict ->
            switch (verdict) {
              case CodeVerdict.Passed passed -> complete(right, passed.proof());
              case CodeVerdict.Wrong wrong ->
                  record
                      .refused(account, Reason.WRONG_SECOND_FACTOR, origin)
                      .replaceWith(new SignInOutcome.WrongCode());
              case CodeVerdict.Locked locked ->
                  record
                      .locked(account, origin)
                      .replaceWith(new SignInOutcome.Locked(locked.retryAfter()));
              case CodeVerdict.NotEnrolled none -> noFactor;
            });
  }

  private static Uni<SignInOutcome> complete(
      PasswordCheckOutcome.Right right, @Nullable Proof secondFactor) {
    var account = right.account();
    return Uni.createFrom()
        .item(
            new SignInOutcome.Complete(
                account, account.epoch(), secondFactor, right.knownDevice()));
  }
}
