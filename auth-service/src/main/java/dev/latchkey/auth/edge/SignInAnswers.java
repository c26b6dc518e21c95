package dev.latchkey.auth.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.signin.SignInOutcome;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.problem.Problem;
import java.time.Duration;
import java.util.List;

/** Words for a sign-in that does not go through (heroku-compatible: status, id and header). */
final class SignInAnswers {

  private static final int CHALLENGE_SECONDS = 600;

  private SignInAnswers() {}

  /** The second half of a sign-in, as the client is told. */
  record ChallengeView(
      String id, @JsonProperty("expires_in") int expiresIn, List<String> methods) {}

  static Problem factorDue(SignInOutcome.FactorDue due) {
    var problem = AuthProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true");
    var challenge = due.challenge();
    return challenge == null
        ? problem
        : problem.with(
            "challenge", new ChallengeView(challenge.text(), CHALLENGE_SECONDS, due.methods()));
  }

  static Problem locked(Duration retryAfter) {
    return AuthProblem.TOO_MANY_ATTEMPTS.problem().retryAfter(retryAfter);
  }
}
