package dev.latchkey.auth.problem;

import dev.latchkey.kit.problem.ProblemType;

/** The error catalogue of auth-service: ids are for ever, words may change (docs/errors.md). */
public enum AuthProblem implements ProblemType {
  INVALID_CREDENTIALS("unauthorized", 401, "Invalid credentials provided."),
  SEVERAL_CREDENTIALS("bad_request", 400, "Send one credential, not several."),
  VERIFICATION_NEEDED(
      "verification_needed",
      403,
      "Open the link in the mail that we sent you, then sign in. Sign up again for a new link."),
  TWO_FACTOR("two_factor", 403, "A second authentication factor is required for this request."),
  INVALID_TWO_FACTOR_CODE(
      "invalid_two_factor_code",
      401,
      "The two-factor code was not accepted. Wait for the next code and check the device's clock."),
  CHALLENGE_OVER("challenge_over", 401, "This sign-in is over. Start again with your password."),
  PASSWORD_REQUIRED(
      "password_required", 403, "Repeat the request with your password in Heroku-Password."),
  INVALID_PASSWORD("invalid_password", 422, "The current password is not right."),
  PASSWORD_REFUSED("password_refused", 422, "Choose another password."),
  TOO_MANY_ATTEMPTS(
      "rate_limit", 429, "Too many attempts for this account. Wait before you try again."),
  CREDENTIAL_NOT_ALLOWED(
      "forbidden", 403, "This kind of credential may not be used for this request."),
  SCOPE_TOO_SMALL("forbidden", 403, "The token's scope does not allow this request."),
  NOT_QUALIFIED(
      "forbidden",
      403,
      "Two-factor can be switched off from the session that switched it on, or by a credential that"
          + " was made with a second factor."),
  ACCOUNT_CHANGED("account_changed", 409, "Another change came first. Nothing was done."),
  INVALID_TOKEN("invalid_token", 422, "The link is used, too old or not ours."),
  NOT_OFFERED("invalid_params", 422, "This change is not offered.");

  private final String id;
  private final int status;
  private final String message;

  AuthProblem(String id, int status, String message) {
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
