package dev.latchkey.auth.edge;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.signin.FirstFactor;
import dev.latchkey.auth.signin.FirstFactorOutcome;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who has shown the password while the second factor is due, to the few endpoints that
 * help with it. The identity is of a kind of its own, which every other endpoint refuses: half a
 * sign-in must not become a whole one by a mistake elsewhere.
 */
@ApplicationScoped
class FirstFactorCheck {

  private final FirstFactor firstFactor;
  private final Identities identities;
  private final Clock clock;

  FirstFactorCheck(FirstFactor firstFactor, Identities identities, Clock clock) {
    this.firstFactor = firstFactor;
    this.identities = identities;
    this.clock = clock;
  }

  Uni<EdgeOutcome> byPassword(
      EdgeRequest request, Presented.EmailAndPassword typed, Optional<OpaqueToken> device) {
    return firstFactor
        .byPassword(typed.email(), typed.password(), device)
        .map(outcome -> answer(request, outcome));
  }

  Uni<EdgeOutcome> byChallenge(EdgeRequest request, OpaqueToken challenge) {
    return firstFactor.byChallenge(challenge).map(outcome -> answer(request, outcome));
  }

  private EdgeOutcome answer(EdgeRequest request, FirstFactorOutcome outcome) {
    return switch (outcome) {
      case FirstFactorOutcome.Shown shown -> known(request, shown.account(), shown.challenge());
      case FirstFactorOutcome.WrongCredentials _ ->
          refused(AuthProblem.INVALID_CREDENTIALS.problem());
      case FirstFactorOutcome.VerificationNeeded _ ->
          refused(AuthProblem.VERIFICATION_NEEDED.problem());
      case FirstFactorOutcome.Locked locked -> refused(SignInAnswers.locked(locked.retryAfter()));
      case FirstFactorOutcome.ChallengeOver _ -> refused(AuthProblem.CHALLENGE_OVER.problem());
    };
  }

  private EdgeOutcome known(EdgeRequest request, Account account, @Nullable String challenge) {
    var credential =
        new Credential(
            CredentialKind.FIRST_FACTOR,
            account.id().value(),
            null,
            account.id(),
            account.epoch(),
            Set.of(Scope.GLOBAL),
            List.of(Proof.PASSWORD),
            null,
            null,
            null);
    return identities.ofFirstFactor(request, credential, clock.instant(), challenge);
  }

  private static EdgeOutcome refused(Problem problem) {
    return new EdgeOutcome.Refused(problem);
  }
}
