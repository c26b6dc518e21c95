package dev.latchkey.kit.problem;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.SafeRequestId;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/** Gives each request an id: the client's (it may be a comma-separated list) or a new one. */
final class RequestIds {

  static final String HEADER = Headers.REQUEST_ID;
  private static final String KEY = "requestId";

  private RequestIds() {}

  static void give(RoutingContext context) {
    MDC.put(KEY, mark(context));
    context.next();
  }

  /** The request's id, set on the answer too. */
  static String mark(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    // Logs have it, so one that could be more than a name is replaced: see SafeRequestId.
    var id =
        SafeRequestId.of(context.request().headers().getAll(HEADER)).orElseGet(RequestIds::made);
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    return id;
  }

  /** A name, not a secret: no need to spend good randomness on it. */
  private static String made() {
    var random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low).toString();
  }
}
