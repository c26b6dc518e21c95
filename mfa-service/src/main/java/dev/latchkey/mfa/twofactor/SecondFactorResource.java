package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.attempt.AttemptPool;
import dev.latchkey.mfa.attempt.Verification;
import dev.latchkey.mfa.attempt.VerifyCode;
import dev.latchkey.mfa.recoverycode.RecoveryCodes;
import dev.latchkey.mfa.recoveryphone.SignInPhone;
import dev.latchkey.mfa.recoveryphone.SignInPhones;
import dev.latchkey.mfa.totp.TotpFactor;
import dev.latchkey.mfa.totp.TotpFactors;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What auth-service asks at a sign-in and at a step-up. On the internal port. */
@Cancellable(false)
@Path("/internal/accounts/{account}/second-factor")
class SecondFactorResource {

  private final TotpFactors factors;
  private final RecoveryCodes codes;
  private final SignInPhones phones;
  private final CodeVerification verification;
  private final OutcomeLog outcomes;

  SecondFactorResource(
      TotpFactors factors,
      RecoveryCodes codes,
      SignInPhones phones,
      CodeVerification verification,
      OutcomeLog outcomes) {
    this.factors = factors;
    this.codes = codes;
    this.phones = phones;
    this.verification = verification;
    this.outcomes = outcomes;
  }

  /** Is a second factor due? A factor that is off by too many failures is due all the same. */
  @GET
  @Operation(
      operationId = "showSecondFactorDue",
      summary = "Is a second factor due? (services only)")
  public Uni<DueAnswer> due(@PathParam("account") UUID account) {
    var who = new AccountId(account);
    return factors
        .inUse(who)
        .chain(factor ->
            factor == null
                ? Uni.createFrom().item(DueAnswer.none())
                : codes
                    .left(who)
                    .chain(left ->
                        phones.look(who, 0).map(phone -> DueAnswer.of(factor, left, phone))));
  }

  /** Is this code right? A right code is spent by asking. */
  @POST
  @Path("/actions/verify")
  @Operation(
      operationId = "verifySecondFactor",
      summary = "Is this code right? A right one is spent (services only)")
  public Uni<VerifyAnswer> verify(
      @PathParam("account") UUID account, @Valid @NotNull VerifyRequest request) {
    var who = new AccountId(account);
    return verification
        .verify(request.command(who))
        .invoke(outcome -> outcomes.note("second.factor", who, (Record) outcome))
        .map(VerifyAnswer::of);
  }

  /** Whether a factor is due, since when there is one, and what is left for a lost device. */
  record DueAnswer(
      boolean due, List<String> methods, @Nullable Instant since, int recoveryCodesLeft) {

    DueAnswer {
      methods = List.copyOf(methods);
    }

    static DueAnswer none() {
      return new DueAnswer(false, List.of(), null, 0);
    }

    static DueAnswer of(TotpFactor factor, int codesLeft, SignInPhone phone) {
      return new DueAnswer(true, methods(codesLeft, phone), factor.enabledAt(), codesLeft);
    }

    private static List<String> methods(int codesLeft, SignInPhone phone) {
      var methods = new ArrayList<>(List.of("totp"));
      if (codesLeft > 0) {
        methods.add("recovery_code");
      }
      if (phone instanceof SignInPhone.Usable) {
        methods.add("sms");
      }
      return methods;
    }
  }

  /** What somebody typed, where. A code of a text message is for its epoch and challenge only. */
  record VerifyRequest(
      @NotNull String code,
      int epoch,
      boolean knownDevice,
      @Nullable String challenge,
      @NotNull Purpose purpose,
      @NotNull Origin origin) {

    enum Purpose {
      SIGN_IN,
      STEP_UP
    }

    VerifyCode command(AccountId account) {
      boolean signIn = purpose == Purpose.SIGN_IN;
      var pool = AttemptPool.of(knownDevice);
      return new VerifyCode(account, code, pool, signIn, epoch, challenge, origin);
    }

    @Override
    public String toString() {
      return "VerifyRequest[redacted]";
    }
  }

  /** The outcome; {@code retryAfterSeconds} is 0 unless locked, {@code proof} set when passed. */
  record VerifyAnswer(Outcome outcome, @Nullable Proof proof, long retryAfterSeconds) {

    enum Outcome {
      PASSED,
      WRONG,
      LOCKED,
      NOT_ENROLLED
    }

    static VerifyAnswer of(Verification verification) {
      return switch (verification) {
        case Verification.Passed(var proof) -> new VerifyAnswer(Outcome.PASSED, proof, 0);
        case Verification.Wrong _ -> new VerifyAnswer(Outcome.WRONG, null, 0);
        case Verification.Locked(var after) -> new VerifyAnswer(Outcome.LOCKED, null, up(after));
        case Verification.NotEnrolled _ -> new VerifyAnswer(Outcome.NOT_ENROLLED, null, 0);
      };
    }

    private static long up(Duration wait) {
      return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
  }
}
