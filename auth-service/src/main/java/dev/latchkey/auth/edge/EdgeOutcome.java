package dev.latchkey.auth.edge;

import dev.latchkey.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What the edge answers to the gateway. */
sealed interface EdgeOutcome {

  /**
   * Let it pass without an identity: the endpoint asks for none.
   *
   * @param presentedToken that of a login, where the command line waits for one; else null
   */
  record Anonymous(@Nullable String presentedToken) implements EdgeOutcome {
    @Override
    public String toString() {
      return "Anonymous[redacted]";
    }
  }

  /**
   * Let it pass as this.
   *
   * @param presentedToken the token itself, on the two paths that echo it; else null
   */
  record Known(String identity, @Nullable String presentedToken) implements EdgeOutcome {
    @Override
    public String toString() {
      return "Known[redacted]";
    }
  }

  /** Give this to the client. */
  record Refused(Problem problem) implements EdgeOutcome {}
}
