package dev.latchkey.auth.problem;

import dev.latchkey.kit.problem.ProblemType;

/** The error catalogue of auth-service: ids are for ever, words may change (docs/errors.md). */
public enum AuthProblem implements ProblemType {
  INVALID_CREDENTIALS(
      "unauthorized",
      401,
      "Invalid credentials provided.",
      "Sign in again. Unknown address and wrong password look the same, on purpose."),
  SEVERAL_CREDENTIALS(
      "bad_request",
      400,
      "Send one credential, not several.",
      "Send one Authorization header, or a challenge without one."),
  VERIFICATION_NEEDED(
      "verification_needed",
      403,
      "Open the link in the mail that we sent you, then sign in. Sign up again for a new link.",
      "Show the message; signing in works once the link was opened."),
  TWO_FACTOR(
      "two_factor",
      403,
      "A second authentication factor is required for this request.",
      "Ask for a code. At sign-in repeat with it and `challenge.id` as Latchkey-Challenge."),
  INVALID_TWO_FACTOR_CODE(
      "invalid_two_factor_code",
      401,
      "The two-factor code was not accepted. Wait for the next code and check the device's clock.",
      "Ask for the next code; a code works once, so never send one again by yourself."),
  CHALLENGE_OVER(
      "challenge_over",
      401,
      "This sign-in is over. Start again with your password.",
      "Begin the sign-in anew, with the password."),
  PASSWORD_REQUIRED(
      "password_required",
      403,
      "Repeat the request with your password in Heroku-Password.",
      "Ask the person for the password; repeat the request with it in Heroku-Password."),
  INVALID_PASSWORD(
      "invalid_password",
      422,
      "The current password is not right.",
      "Ask for the current password again."),
  PASSWORD_REFUSED(
      "password_refused",
      422,
      "Choose another password.",
      "Show the message; it says what the new password lacks."),
  TOO_MANY_ATTEMPTS(
      "rate_limit",
      429,
      "Too many attempts for this account. Wait before you try again.",
      "Wait for the seconds in Retry-After; a right password does not shorten it."),
  CREDENTIAL_NOT_ALLOWED(
      "forbidden",
      403,
      "This kind of credential may not be used for this request.",
      "docs/api.md lists the kinds of credential for each request."),
  SCOPE_TOO_SMALL(
      "forbidden",
      403,
      "The token's scope does not allow this request.",
      "Use a token with the scope that docs/api.md lists."),
  NOT_QUALIFIED(
      "forbidden",
      403,
      "Two-factor can be switched off from the session that switched it on, or by a credential that"
          + " was made with a second factor.",
      "Sign in with the second factor, then repeat the request."),
  ACCOUNT_CHANGED(
      "account_changed",
      409,
      "Another change came first. Nothing was done.",
      "Only services see this one: undo what asked for the cascade."),
  INVALID_TOKEN(
      "invalid_token",
      422,
      "The link is used, too old or not ours.",
      "Let the person ask for a new link."),
  NOT_OFFERED("invalid_params", 422, "This change is not offered.", "Leave that field out.");

  private final String id;
  private final int status;
  private final String message;
  private final String advice;

  AuthProblem(String id, int status, String message, String advice) {
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
