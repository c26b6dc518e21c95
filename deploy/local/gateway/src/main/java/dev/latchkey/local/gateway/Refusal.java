package dev.latchkey.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** What the gateway itself says no to. Ids and texts are those of the services' catalogue. */
enum Refusal {
  BAD_REQUEST(400, "bad_request", "The request could not be read."),
  NOT_FOUND(404, "not_found", "Couldn't find that resource."),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "This resource does not have that method."),
  TOO_LARGE(413, "request_too_large", "The request is larger than 64 KiB."),
  HEADERS_TOO_LARGE(431, "headers_too_large", "The request's headers are too large."),
  UNAVAILABLE(503, "unavailable", "This is temporarily unavailable. Please try again shortly.");

  private static final String ERRORS = "https://latchkey.dev/errors#";

  private final int status;
  private final Buffer body;

  Refusal(int status, String id, String message) {
    this.status = status;
    var json = new JsonObject().put("id", id).put("message", message).put("url", ERRORS + id);
    this.body = json.toBuffer();
  }

  int status() {
    return status;
  }

  /** The answer's body: always the same, so that it tells nothing about what went wrong inside. */
  Buffer body() {
    return body;
  }

  /** True when whatever follows on this connection might be the rest of a smuggled request. */
  private boolean last() {
    return this == BAD_REQUEST || this == HEADERS_TOO_LARGE;
  }

  /** Answers, unless the answer has begun already. */
  void answer(HttpServerRequest request) {
    var response = request.response();
    if (response.headWritten() || response.ended()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store");
    if (this == UNAVAILABLE) {
      response.putHeader("Retry-After", "5");
    }
    if (last()) {
      Framing.condemn(request.connection());
      response.putHeader("Connection", "close");
    }
    response
        .end(body)
        .onComplete(end -> {
          if (end.failed() || last()) {
            request.connection().close();
          }
        });
  }
}
