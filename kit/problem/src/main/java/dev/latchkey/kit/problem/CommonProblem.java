package dev.latchkey.kit.problem;

import java.util.stream.Stream;

/** What any service may answer, whatever it does. Ids and statuses are those of Heroku's API. */
public enum CommonProblem implements ProblemType {
  BAD_REQUEST("bad_request", 400, "The request could not be read."),
  UNAUTHORIZED("unauthorized", 401, "Invalid credentials provided."),
  FORBIDDEN("forbidden", 403, "You do not have access to this resource."),
  PASSWORD_REQUIRED(
      "password_required", 403, "Repeat the request with your password in Heroku-Password."),
  TWO_FACTOR("two_factor", 403, "A second authentication factor is required for this request."),
  NOT_FOUND("not_found", 404, "Couldn't find that resource."),
  METHOD_NOT_ALLOWED("method_not_allowed", 405, "This resource does not have that method."),
  NOT_ACCEPTABLE("not_acceptable", 406, "This resource is only served as application/json."),
  CONFLICT("conflict", 409, "The request clashes with the resource's state."),
  TOO_LARGE("request_too_large", 413, "The request is larger than 64 KiB."),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported_media_type", 415, "Send the request's body as application/json."),
  INVALID_PARAMS("invalid_params", 422, "A value is not valid."),
  RATE_LIMIT("rate_limit", 429, "Too many attempts. Please wait and try again."),
  HEADERS_TOO_LARGE("headers_too_large", 431, "The request's headers are too large."),
  INTERNAL("internal_error", 500, "Something went wrong on our side."),
  UNAVAILABLE("unavailable", 503, "This is temporarily unavailable. Please try again shortly.");

  private final String id;
  private final int status;
  private final String message;

  CommonProblem(String id, int status, String message) {
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

  /** The entry for a status that a framework chose; the nearest general one when none has it. */
  static CommonProblem of(int status) {
    return Stream.of(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
  }
}
