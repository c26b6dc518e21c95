package dev.latchkey.kit.outbox.wire;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The trace that an event belongs to, over the gap between commit and publication. */
public final class Trace {

  /** W3C Trace Context, section 3.2. */
  public static final String HEADER = "traceparent";

  private Trace() {}

  /** The current span as a traceparent; null when nobody traces. */
  public static @Nullable String current() {
    var carrier = new HashMap<String, String>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, HashMap::put);
    return carrier.get(HEADER);
  }
}
