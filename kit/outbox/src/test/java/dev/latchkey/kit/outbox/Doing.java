package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.EventId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** What a service does with the kit. */
@ApplicationScoped
public class Doing {

  private final Outbox outbox;
  private final Inbox inbox;

  Doing(Outbox outbox, Inbox inbox) {
    this.outbox = outbox;
    this.inbox = inbox;
  }

  @Produces
  @Singleton
  public static SecureRandom random() {
    return new SecureRandom();
  }

  @WithTransaction
  public Uni<EventId> say(Event... facts) {
    Uni<EventId> last = Uni.createFrom().nullItem();
    for (var fact : facts) {
      last = last.chain(() -> outbox.append(fact));
    }
    return last;
  }

  @WithTransaction
  public Uni<EventId> sayUnder(EventId id, Event fact) {
    return outbox.append(id, fact);
  }

  @WithTransaction
  public Uni<Void> sayAndFail(Event fact) {
    return outbox.append(fact).chain(() -> Uni.createFrom().failure(new ChangeFailed()));
  }

  /** Says it in a trace of its own, whose id it answers. */
  @WithSpan
  @WithTransaction
  public Uni<String> sayTraced(Event fact) {
    var trace = Span.current().getSpanContext().getTraceId();
    return outbox.append(fact).map(id -> trace);
  }

  @WithSession
  public Uni<EventId> sayWithoutTransaction(Event fact) {
    return outbox.append(fact);
  }

  @WithTransaction
  public Uni<Boolean> once(EventId id, Supplier<Uni<Void>> effect) {
    return inbox.once(id, effect);
  }

  @WithTransaction
  public Uni<Void> ring(String channel, String payload) {
    return Bell.ring(channel, payload);
  }

  @WithTransaction
  public Uni<Void> ringAndFail(String channel) {
    return Bell.ring(channel, "").chain(() -> Uni.createFrom().failure(new ChangeFailed()));
  }

  /** Runs a step as a request would, on an event loop, and waits for it. */
  public static <T> T run(Supplier<Uni<T>> step) {
    try {
      return VertxContextSupport.subscribeAndAwait(step);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  public static final class ChangeFailed extends RuntimeException {}
}
