package dev.latchkey.kit.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/** Gives each request an id: the client's (it may be a comma-separated list) or a new one. */
final class RequestIds {

  static final String HEADER = "Request-Id";
  private static final String KEY = "requestId";

  /** Heroku's bound. The CLI lets the list grow along a process, so longer ones are cut. */
  private static final int LONGEST = 8000;

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
    var id = of(context.request().getHeader(HEADER));
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    return id;
  }

  private static String of(@org.jspecify.annotations.Nullable String sent) {
    if (sent == null) {
      return made();
    }
    // The id ends up in logs and in an answer: nothing but visible ASCII, and not without end.
    var clean = sent.replaceAll("[^\\x21-\\x7e]", "");
    clean = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    return clean.isEmpty() ? made() : clean;
  }

  /** A name, not a secret: no need to spend good randomness on it. */
  private static String made() {
    var random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low).toString();
  }
}
