package dev.latchkey.kit.identity;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.StepUp;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a verified identity against a row of the endpoint table. */
@Singleton
class Admission {

  /** So long a second factor counts for the credential that it was shown with. */
  private static final Duration FACTOR_LIFE = Duration.ofMinutes(10);

  /** So far the edge's clock may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private final SpentIdentities spent;
  private final Clock clock;

  Admission(SpentIdentities spent, Clock clock) {
    this.spent = spent;
    this.clock = clock;
  }

  /**
   * Why the request may not pass; nothing when it may. An identity for one request is then used.
   */
  Optional<Problem> refusal(Identity identity, Endpoint row, String method, String path) {
    var only = identity.only();
    if (only == null
        ? row.stepUp().asksPassword() || row.stepUp().asksFactor()
        : !fits(only, method, path)) {
      return Optional.of(CommonProblem.UNAUTHORIZED.problem());
    }
    if (only != null && !spent.spend(only, identity.expires())) {
      return Optional.of(CommonProblem.UNAUTHORIZED.problem());
    }
    return Optional.ofNullable(refusal(identity.caller(), row));
  }

  private static boolean fits(Identity.OneRequest only, String method, String path) {
    return only.method().equals(method) && only.path().equals(path);
  }

  private @Nullable Problem refusal(Caller caller, Endpoint row) {
    if (!row.credentials().contains(caller.kind())) {
      // A half sign-in, or a whole one at the wrong door, is no live credential there.
      return CredentialKind.TOKENS.contains(caller.kind())
          ? CommonProblem.FORBIDDEN.problem()
          : CommonProblem.UNAUTHORIZED.problem();
    }
    if (!row.allows(caller.scopes())) {
      return CommonProblem.FORBIDDEN.problem();
    }
    // Who signs in has just shown the edge all that is due.
    return signsIn(caller, row) ? null : stepUp(caller, row.stepUp());
  }

  private static boolean signsIn(Caller caller, Endpoint row) {
    return caller.kind() == CredentialKind.PASSWORD || (caller.asPassword() && row.signsIn());
  }

  private @Nullable Problem stepUp(Caller caller, StepUp asked) {
    if (asked.asksPassword() && caller.passwordAt() == null) {
      return CommonProblem.PASSWORD_REQUIRED.problem();
    }
    if (asked.asksFactor() && caller.twoFactor() && !factorIsFresh(caller)) {
      return CommonProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true");
    }
    return null;
  }

  private boolean factorIsFresh(Caller caller) {
    var shown = caller.factorAt();
    var now = clock.instant();
    return shown != null && shown.plus(FACTOR_LIFE).isAfter(now) && !shown.isAfter(now.plus(AHEAD));
  }
}
