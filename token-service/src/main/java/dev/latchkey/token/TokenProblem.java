package dev.latchkey.token;

import dev.latchkey.kit.problem.ProblemType;

/** The answers that only token-service gives; what all services share is in kit/problem. */
public enum TokenProblem implements ProblemType {
  /** The account's security changed between the edge's check and the commit. */
  SECURITY_CHANGED(
      "security_changed",
      409,
      "The security of the account was changed while this request ran. Repeat the request.",
      "Repeat the request; sign in again if the credential has ended."),
  TOO_MANY_CLIENTS(
      "too_many_clients",
      422,
      "An account can't have more clients. Remove one first.",
      "Remove a client that is no longer used."),
  INVALID_REQUEST(
      "invalid_request",
      400,
      "The request lacks a parameter, or has one twice.",
      "Correct what `error_description` names (RFC 6749 section 5.2)."),
  INVALID_CLIENT(
      "invalid_client",
      401,
      "The client is unknown, or its secret is not right.",
      "Send the client's current secret in the body; a public client sends its id alone."),
  INVALID_GRANT(
      "invalid_grant",
      400,
      "The code or refresh token is wrong, used, too old or for another client.",
      "Ask the person to let the application in anew; never send a code or refresh token twice."),
  INVALID_SCOPE(
      "invalid_scope",
      400,
      "The scope is more than what was granted.",
      "Leave `scope` out, or ask the person for an authorization that reaches further."),
  UNSUPPORTED_GRANT_TYPE(
      "unsupported_grant_type",
      400,
      "The grant type must be authorization_code or refresh_token.",
      "Use one of the two; there is no implicit and no password grant here.");

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
