package dev.latchkey.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Takes in the whole body before anybody is asked, so that a slow or endless one holds nothing
 * behind the gateway and every request travels on with a length we counted ourselves.
 */
final class BodyIntake {

  static final int LIMIT = 64 * 1024;

  /** A client that sends on after the refusal may read it; one that never stops is cut off. */
  private static final long PATIENCE = 16L * 1024 * 1024;

  private final HttpServerRequest request;
  private final Promise<Optional<Buffer>> taken = Promise.promise();
  private final Buffer body = Buffer.buffer();
  private long seen;

  private BodyIntake(HttpServerRequest request) {
    this.request = request;
  }

  /** The body; empty, and at once, when it is larger than {@link #LIMIT}. Fails if it breaks. */
  static Future<Optional<Buffer>> take(HttpServerRequest request) {
    var intake = new BodyIntake(request);
    if (announced(request) > LIMIT) {
      intake.refuse();
    }
    request.handler(intake::more);
    request.endHandler(end -> intake.taken.tryComplete(Optional.of(intake.body)));
    request.exceptionHandler(intake.taken::tryFail);
    return intake.taken.future();
  }

  private void more(Buffer chunk) {
    seen += chunk.length();
    if (seen > PATIENCE) {
      request.connection().close();
    } else if (seen > LIMIT) {
      refuse();
    } else {
      body.appendBuffer(chunk);
    }
  }

  private void refuse() {
    taken.tryComplete(Optional.empty());
  }

  private static long announced(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    // The decoder has refused what is no number before this.
    return length == null ? 0 : Long.parseLong(length);
  }
}
