package dev.latchkey.kit.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses a request whose {@code Content-Length} is over the limit before anything reads it. One
 * without a length (chunked) is counted by {@link BodyReading} as it arrives.
 */
final class BodyLimit {

  /** Largest body, in bytes: the largest honest one (an SSH key) has about 16 KiB. */
  static final int BYTES = 64 * 1024;

  /** How much of a refused body is read and thrown away so that the client sees the answer. */
  private static final long PATIENCE = 8L * 1024 * 1024;

  private BodyLimit() {}

  static void check(RoutingContext context) {
    var length = context.request().getHeader("Content-Length");
    if (length != null && tooLong(length)) {
      swallow(context.request());
      RouteRefusals.answer(context, CommonProblem.TOO_LARGE.problem());
    } else {
      context.next();
    }
  }

  private static boolean tooLong(String length) {
    try {
      return Long.parseLong(length.trim()) > BYTES;
    } catch (NumberFormatException absurd) {
      return true;
    }
  }

  /** A socket closed with unread input is reset, and the client would never see our answer. */
  private static void swallow(HttpServerRequest request) {
    var swallowed = new AtomicLong();
    request.handler(part -> {
      if (swallowed.addAndGet(part.length()) > PATIENCE) {
        request.connection().close();
      }
    });
    request.resume();
  }
}
