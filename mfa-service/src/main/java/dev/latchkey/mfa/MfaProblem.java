package dev.latchkey.mfa;

import dev.latchkey.kit.problem.ProblemType;

/** The errors that only this service has. An id is for ever; the words may change. */
public enum MfaProblem implements ProblemType {
  INVALID_TWO_FACTOR_CODE(
      "invalid_two_factor_code", 422, "That code is not right. Each code works once."),
  ACCOUNT_CHANGED(
      "account_changed", 409, "The account changed meanwhile. Nothing was done; please try again.");

  private final String id;
  private final int status;
  private final String message;

  MfaProblem(String id, int status, String message) {
    this.id = id;
    this.status = status;
    this.message = message;
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
}
