package dev.latchkey.auth.problem;

import dev.latchkey.auth.password.HashingBusy;
import dev.latchkey.kit.problem.CommonProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** More passwords than the machine can hash: say so at once, rather than let everything wait. */
@Singleton
final class Overload {

  @ServerExceptionMapper
  Response busy(HashingBusy busy) {
    return CommonProblem.UNAVAILABLE.problem().retryAfter(busy.retryAfter()).response();
  }
}
