package dev.latchkey.kit.outbox;

import static java.util.stream.Collectors.joining;

import io.quarkus.logging.Log;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The bell's own connection. It is none of the pool's: it is never given back, and when it hangs it
 * must be cut.
 */
@ApplicationScoped
class BellLine {

  private static final long RECONNECT_MS = 500;
  private static final Duration CHECK_EVERY = Duration.ofSeconds(10);
  private static final Duration CHECK_LIMIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final PgConnectOptions address;
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicReference<@Nullable PgConnection> connection = new AtomicReference<>();
  private volatile Set<String> channels = Set.of();
  private volatile BiConsumer<String, String> onRing = (channel, payload) -> {};
  private volatile Runnable onGap = () -> {};
  private volatile long check;
  private volatile boolean closed;

  BellLine(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.vertx = vertx;
    address = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
    address.setTcpKeepAlive(true);
    user.ifPresent(address::setUser);
    password.ifPresent(address::setPassword);
  }

  /**
   * Opens the line, or listens to the channels that were added since.
   *
   * @param channels live view of the channels to listen to
   */
  void open(Set<String> channels, BiConsumer<String, String> onRing, Runnable onGap) {
    this.channels = channels;
    this.onRing = onRing;
    this.onGap = onGap;
    var current = connection.get();
    if (opened.compareAndSet(false, true)) {
      check = vertx.setPeriodic(CHECK_EVERY.toMillis(), timer -> check());
      connect();
    } else if (current != null) {
      listen(current);
    }
  }

  void close() {
    closed = true;
    vertx.cancelTimer(check);
    cut(connection.get());
  }

  private void connect() {
    if (closed) {
      return;
    }
    PgConnection.connect(vertx, address)
        .subscribe()
        .with(this::connected, failure -> connectLater(failure));
  }

  private void connected(PgConnection made) {
    made.notificationHandler(ring -> onRing.accept(ring.getChannel(), ring.getPayload()));
    made.closeHandler(() -> lost(made));
    connection.set(made);
    listen(made);
  }

  private void listen(PgConnection current) {
    // Names were checked by the bell: they need no quotes.
    var sql = channels.stream().map(name -> "LISTEN " + name).collect(joining(";"));
    current
        .query(sql)
        .execute()
        .subscribe()
        .with(listening -> onGap.run(), failure -> cut(current));
  }

  /** A line that is dead without anybody having said so would be silent for ever. */
  private void check() {
    var current = connection.get();
    if (current == null) {
      return;
    }
    current
        .query("select 1")
        .execute()
        .ifNoItem()
        .after(CHECK_LIMIT)
        .fail()
        .subscribe()
        .with(alive -> {}, failure -> cut(current));
  }

  private void cut(@Nullable PgConnection current) {
    if (current != null) {
      // Not waited for: closing stands in line behind the query that hangs.
      current.close().subscribe().with(done -> {}, failure -> {});
      lost(current);
    }
  }

  private void lost(PgConnection was) {
    if (connection.compareAndSet(was, null)) {
      connectLater(new IllegalStateException("connection lost"));
    }
  }

  private void connectLater(Throwable failure) {
    if (!closed) {
      Log.warnf("bell is silent outcome=reconnecting cause=%s", failure);
      vertx.setTimer(RECONNECT_MS, timer -> connect());
    }
  }
}
