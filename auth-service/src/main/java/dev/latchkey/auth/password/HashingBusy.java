package dev.latchkey.auth.password;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import java.time.Duration;

/**
 * More passwords are waiting to be hashed than can be done in time, so this one was not begun: say
 * so at once, rather than let everything wait. Or there is no memory for a hash. An answer 503 with
 * {@code Retry-After}, at whatever door: nothing was evaluated.
 */
public final class HashingBusy extends ProblemException {

  private static final long serialVersionUID = 1L;

  HashingBusy(Duration retryAfter) {
    super(CommonProblem.UNAVAILABLE.problem().retryAfter(retryAfter));
  }
}
