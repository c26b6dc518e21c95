package dev.latchkey.kit.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * PostgreSQL's LISTEN and NOTIFY: a transaction of one replica wakes all replicas at its commit. A
 * ring may be lost (nobody listens, the connection breaks), so a bell only hastens what happens
 * anyway.
 */
@ApplicationScoped
public class Bell {

  private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,60}");

  private record Listener(Consumer<String> onPayload, Runnable onGap) {}

  private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
  private final BellLine line;
  private final Vertx vertx;

  Bell(BellLine line, Vertx vertx) {
    this.line = line;
    this.vertx = vertx;
  }

  /** Like {@link #listen(String, Consumer, Runnable)}, for who does not mind a lost ring. */
  public Runnable listen(String channel, Consumer<String> onPayload) {
    return listen(channel, onPayload, () -> {});
  }

  /**
   * Listens from now on, over one connection for all channels that is made anew when it breaks.
   *
   * @param channel lower-case letters and underscores
   * @param onPayload called on an event loop, on a context of its own, so that it may use sessions;
   *     gets what was rung; must not block
   * @param onGap called likewise whenever the connection was made: rings before that may be lost
   * @return ends the listening
   */
  public Runnable listen(String channel, Consumer<String> onPayload, Runnable onGap) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("not a channel: " + channel);
    }
    var listener = new Listener(onPayload, onGap);
    listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
    line.open(listeners.keySet(), this::rung, this::gap);
    return () -> listeners.getOrDefault(channel, List.of()).remove(listener);
  }

  /** Rings in the current Panache session; heard when, and only if, its transaction commits. */
  public static Uni<Void> ring(String channel, String payload) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("select 1 from pg_notify(?1, ?2)", Integer.class)
                .setParameter(1, channel)
                .setParameter(2, payload)
                .getSingleResult())
        .replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent event) {
    line.close();
  }

  private void rung(String channel, String payload) {
    for (var listener : listeners.getOrDefault(channel, List.of())) {
      guarded(channel, () -> listener.onPayload().accept(payload));
    }
  }

  private void gap() {
    listeners.forEach((channel, all) -> all.forEach(one -> guarded(channel, one.onGap())));
  }

  /** One listener's bug must not deafen the others. */
  private void guarded(String channel, Runnable listener) {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    context.runOnContext(_ -> {
      try {
        listener.run();
      } catch (RuntimeException bug) {
        Log.errorf(bug, "a listener failed channel=%s", channel);
      }
    });
  }
}
