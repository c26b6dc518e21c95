package dev.latchkey.auth.edge;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.device.Devices;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.secondfactor.CodeAttempt;
import dev.latchkey.auth.secondfactor.CodeVerdict;
import dev.latchkey.auth.secondfactor.SecondFactors;
import dev.latchkey.auth.session.LiveSessions;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.auth.signin.PasswordCheckOutcome;
import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks the proofs that are shown beside a credential: the password first, so that a wrong one
 * does not cost a code. Never answers 401: the credential itself is alive.
 */
@ApplicationScoped
class StepUpCheck {

  /** So long a second factor counts for the credential that it was shown with. */
  private static final Duration FACTOR_LIFE = Duration.ofMinutes(10);

  private final TokenResolution.Stored stored;
  private final PasswordCheck passwords;
  private final Devices devices;
  private final SecondFactors factors;
  private final LiveSessions sessions;
  private final Clock clock;

  StepUpCheck(
      TokenResolution.Stored stored,
      PasswordCheck passwords,
      Devices devices,
      SecondFactors factors,
      LiveSessions sessions,
      Clock clock) {
    this.stored = stored;
    this.passwords = passwords;
    this.devices = devices;
    this.factors = factors;
    this.sessions = sessions;
    this.clock = clock;
  }

  Uni<StepUpOutcome> check(EdgeRequest request, Endpoint endpoint, Credential credential) {
    return step(request, endpoint, credential, this::check);
  }

  /**
   * Asks for nothing and looks at nothing: what the credential has shown before is all there is.
   */
  Uni<StepUpOutcome> without(EdgeRequest request, Endpoint endpoint, Credential credential) {
    return step(request, endpoint, credential, this::asItIs);
  }

  private Uni<StepUpOutcome> step(
      EdgeRequest request,
      Endpoint endpoint,
      Credential credential,
      Function<Step, Uni<StepUpOutcome>> next) {
    return stored
        .account(credential.account())
        .chain(found ->
            found
                .map(account -> next.apply(new Step(request, endpoint, credential, account)))
                .orElseGet(() -> refuse(AuthProblem.INVALID_CREDENTIALS)));
  }

  /** What one check is about. */
  private record Step(
      EdgeRequest request, Endpoint endpoint, Credential credential, Account account) {

    Optional<String> header(String name) {
      return CredentialReading.single(request.headers(), name);
    }

    Optional<OpaqueToken> device() {
      return header(Headers.DEVICE)
          .flatMap(OpaqueToken::parse)
          .filter(token -> token.kind() == TokenKind.DEVICE);
    }

    boolean twoFactor() {
      return account.twoFactorSince() != null;
    }

    /** When the credential last showed a second factor, if that still counts. */
    @Nullable Instant freshFactorAt(Instant now) {
      var factorAt = credential.factorAt();
      return factorAt != null && factorAt.plus(FACTOR_LIFE).isAfter(now) ? factorAt : null;
    }
  }

  private Uni<StepUpOutcome> check(Step step) {
    var typed = step.header(Headers.PASSWORD).map(PasswordHeader::read);
    if (typed.isEmpty()) {
      return step.endpoint().stepUp().asksPassword()
          ? refuse(AuthProblem.PASSWORD_REQUIRED)
          : factor(step, null, () -> knownDevice(step));
    }
    return Password.parse(typed.get())
        .map(password -> password(step, password))
        .orElseGet(() -> refuse(AuthProblem.INVALID_PASSWORD));
  }

  private Uni<StepUpOutcome> password(Step step, Password password) {
    return passwords
        .check(step.account().email(), password, step.device())
        .chain(outcome ->
            switch (outcome) {
              case PasswordCheckOutcome.Right right ->
                  factor(step, clock.instant(), () -> Uni.createFrom().item(right.knownDevice()));
              case PasswordCheckOutcome.Locked locked -> tooMany(locked.retryAfter());
              case PasswordCheckOutcome.Wrong wrong -> refuse(AuthProblem.INVALID_PASSWORD);
              case PasswordCheckOutcome.Unverified other -> refuse(AuthProblem.INVALID_PASSWORD);
            });
  }

  /** Whether a device of this account was shown; looked up where no password was checked by it. */
  private Uni<Boolean> knownDevice(Step step) {
    var own = Optional.of(step.account().id());
    return step.device()
        .map(token -> devices.owner(token).map(own::equals))
        .orElseGet(() -> Uni.createFrom().item(false));
  }

  private Uni<StepUpOutcome> factor(
      Step step, @Nullable Instant passwordAt, Supplier<Uni<Boolean>> knownDevice) {
    return step.header(Headers.TWO_FACTOR_CODE)
        .map(code -> knownDevice.get().chain(known -> code(step, passwordAt, code, known)))
        .orElseGet(() -> earlierFactor(step, passwordAt));
  }

  private Uni<StepUpOutcome> code(
      Step step, @Nullable Instant passwordAt, String code, boolean knownDevice) {
    var attempt =
        new CodeAttempt(code, step.account().epoch(), knownDevice, step.request().origin());
    return factors
        .atStepUp(step.account().id(), attempt)
        .chain(verdict ->
            switch (verdict) {
              case CodeVerdict.Passed passed -> passed(step, passwordAt, passed.proof());
              case CodeVerdict.Wrong wrong -> factorMissing();
              case CodeVerdict.Locked locked -> tooMany(locked.retryAfter());
              case CodeVerdict.NotEnrolled none -> shown(step, passwordAt, null, false);
            });
  }

  private Uni<StepUpOutcome> passed(Step step, @Nullable Instant passwordAt, Proof proof) {
    // A text message can be redirected: it signs in, it does not step up.
    if (!proof.strong()) {
      return factorMissing();
    }
    var now = clock.instant();
    var session = step.credential().session();
    Uni<Void> noted = session == null ? Uni.createFrom().voidItem() : sessions.steppedUp(session);
    return noted.chain(() -> shown(step, passwordAt, now, true));
  }

  private Uni<StepUpOutcome> earlierFactor(Step step, @Nullable Instant passwordAt) {
    var factorAt = step.freshFactorAt(clock.instant());
    if (!step.endpoint().stepUp().asksFactor() || factorAt != null) {
      return shown(step, passwordAt, factorAt, step.twoFactor());
    }
    // Our own copy may lag behind; whether a factor is due is for mfa-service to say.
    return factors
        .due(step.account().id())
        .chain(due -> due.isPresent() ? factorMissing() : shown(step, passwordAt, null, false));
  }

  private Uni<StepUpOutcome> asItIs(Step step) {
    return shown(step, null, step.freshFactorAt(clock.instant()), step.twoFactor());
  }

  private Uni<StepUpOutcome> shown(
      Step step, @Nullable Instant passwordAt, @Nullable Instant factorAt, boolean twoFactor) {
    return Uni.createFrom()
        .item(
            new StepUpOutcome.Shown(
                passwordAt, factorAt, twoFactor, qualified(step, factorAt, twoFactor)));
  }

  /** Made, or stepped up, with a second factor since two-factor is on: docs/threat-model.md. */
  private static boolean qualified(Step step, @Nullable Instant factorAt, boolean twoFactor) {
    var since = step.account().twoFactorSince();
    var anyFactorAt = step.credential().anyFactorAt();
    if (since == null) {
      return !twoFactor || factorAt != null;
    }
    return factorAt != null || (anyFactorAt != null && !anyFactorAt.isBefore(since));
  }

  private static Uni<StepUpOutcome> refuse(AuthProblem problem) {
    return Uni.createFrom().item(new StepUpOutcome.Refused(problem.problem()));
  }

  private static Uni<StepUpOutcome> tooMany(Duration retryAfter) {
    var problem = AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(retryAfter);
    return Uni.createFrom().item(new StepUpOutcome.Refused(problem));
  }

  private static Uni<StepUpOutcome> factorMissing() {
    var problem = AuthProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true");
    return Uni.createFrom().item(new StepUpOutcome.Refused(problem));
  }
}
