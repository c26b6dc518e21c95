package dev.latchkey.kit.problem;

import java.util.stream.Stream;

/** What any service may answer, whatever it does. Ids and statuses are those of Heroku's API. */
public enum CommonProblem implements ProblemType {
  BAD_REQUEST(
      "bad_request",
      400,
      "The request could not be read.",
      "Check JSON, headers and path; the same request again gets the same answer."),
  UNAUTHORIZED(
      "unauthorized",
      401,
      "Invalid credentials provided.",
      "Send one live credential. One that worked before has ended: sign in again."),
  FORBIDDEN(
      "forbidden",
      403,
      "You do not have access to this resource.",
      "The message says what is missing: another kind of credential, or a wider scope."),
  PASSWORD_REQUIRED(
      "password_required",
      403,
      "Repeat the request with your password in Heroku-Password.",
      "Ask the person for the password; repeat the request with it in Heroku-Password."),
  TWO_FACTOR(
      "two_factor",
      403,
      "A second authentication factor is required for this request.",
      "Ask the person for a code; repeat the request with it in Heroku-Two-Factor-Code."),
  NOT_FOUND(
      "not_found",
      404,
      "Couldn't find that resource.",
      "Check path and id; `resource`, where given, names what is not there, or not the caller's."),
  METHOD_NOT_ALLOWED(
      "method_not_allowed",
      405,
      "This resource does not have that method.",
      "Use a method that docs/api.md lists for this path."),
  NOT_ACCEPTABLE(
      "not_acceptable",
      406,
      "This resource is only served as application/json.",
      "Accept application/json, or application/vnd.heroku+json with version 3."),
  CONFLICT(
      "conflict",
      409,
      "The request clashes with the resource's state.",
      "Read the resource again and decide anew."),
  TOO_LARGE(
      "request_too_large",
      413,
      "The request is larger than 64 KiB.",
      "Send less; nothing in this API needs as much."),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported_media_type",
      415,
      "Send the request's body as application/json.",
      "Set Content-Type to application/json."),
  RANGE_NOT_SATISFIABLE(
      "requested_range_not_satisfiable",
      416,
      "There is no such part of this list.",
      "Leave Range out, write it as `id ..; max=200`, or send what Next-Range said."),
  INVALID_PARAMS(
      "invalid_params",
      422,
      "A value is not valid.",
      "Correct the field that the message begins with."),
  RATE_LIMIT(
      "rate_limit",
      429,
      "Too many attempts. Please wait and try again.",
      "Wait for the seconds in Retry-After, then try once; never in a loop."),
  HEADERS_TOO_LARGE(
      "headers_too_large",
      431,
      "The request's headers are too large.",
      "Send fewer or shorter headers; cookies are the usual cause."),
  INTERNAL(
      "internal_error",
      500,
      "Something went wrong on our side.",
      "Report it with the answer's Request-Id; whether the request took effect is not known."),
  UNAVAILABLE(
      "unavailable",
      503,
      "This is temporarily unavailable. Please try again shortly.",
      "Repeat the request after the seconds in Retry-After.");

  private final String id;
  private final int status;
  private final String message;
  private final String advice;

  CommonProblem(String id, int status, String message, String advice) {
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

  /** The entry for a status that a framework chose; the nearest general one when none has it. */
  static CommonProblem of(int status) {
    return Stream.of(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
  }
}
