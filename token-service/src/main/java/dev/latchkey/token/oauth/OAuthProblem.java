package dev.latchkey.token.oauth;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.TokenProblem;
import java.time.Duration;

/** The house's error body with the members that RFC 6749 section 5.2 asks for beside its own. */
public final class OAuthProblem {

  private OAuthProblem() {}

  /** The ids are the RFC's words. */
  public static Problem of(TokenProblem type) {
    return of(type, type.message());
  }

  public static Problem of(TokenProblem type, String message) {
    return spoken(type.problem().message(message), type.id(), message);
  }

  /** Too many wrong secrets, codes or tokens. The RFC has no word for it but this. */
  static Problem tooMany(Duration wait) {
    var type = CommonProblem.RATE_LIMIT;
    return spoken(type.problem().retryAfter(wait), "temporarily_unavailable", type.message());
  }

  /** For a value deep in a request. */
  public static ProblemException invalidRequest(String message) {
    return new ProblemException(of(TokenProblem.INVALID_REQUEST, message));
  }

  private static Problem spoken(Problem problem, String error, String description) {
    return problem.with("error", error).with("error_description", description);
  }
}
