package dev.latchkey.token;

import dev.latchkey.kit.problem.ProblemType;

/** The answers that only token-service gives; what all services share is in kit/problem. */
public enum TokenProblem implements ProblemType {
  /** The account's security changed between the edge's check and the commit. */
  SECURITY_CHANGED(
      "security_changed",
      409,
      "The security of the account was changed while this request ran. Repeat the request.",
      "Repeat the request; sign in again if the credential has ended.");

  private final String id;
  private final int status;
  private final String message;
  private final String advice;

  TokenProblem(String id, int status, String message, String advice) {
    this.id = id;
    this.status = status;
    this.message = message;
    this.advice = advice;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String advice() {
    return advice;
  }
}
