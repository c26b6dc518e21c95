package dev.latchkey.kit.problem;

import org.jboss.logging.Logger;

/** The answer to what nobody expected, and its one line in the log. */
final class Unexpected {

  private Unexpected() {}

  /** 503 for an outage, else 500. The requestId is in the log's context (MDC). */
  static Problem problem(Throwable failure, Logger log) {
    if (Outage.causes(failure)) {
      log.warnf("dependency away outcome=refused errorCode=unavailable cause=%s", failure);
      return Outage.problem();
    }
    log.error("unexpected failure outcome=failed errorCode=internal_error", failure);
    return CommonProblem.INTERNAL.problem();
  }
}
