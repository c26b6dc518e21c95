package dev.latchkey.bench.cascade;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.SignedIn;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks sessions in turn who they are, a few at a time, until each was refused. */
final class Watch implements AutoCloseable {

  /** Few: the watching takes the processors from what is watched. */
  private static final int AT_ONCE = 3;

  private static final int PATIENCE_SECONDS = 60;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final Api api;
  private final List<Life> lives;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService watchers = Executors.newFixedThreadPool(AT_ONCE);

  private Watch(Api api, List<Life> lives) {
    this.api = api;
    this.lives = lives;
  }

  static Watch begin(Api api, List<SignedIn> sessions) {
    var watch = new Watch(api, sessions.stream().map(Life::new).toList());
    for (int i = 0; i < AT_ONCE; i++) {
      watch.watchers.execute(watch::ask);
    }
    watch.watchers.shutdown();
    return watch;
  }

  /** Returns when every session was refused. */
  void awaitEnd() {
    try {
      if (!watchers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("there is a session that does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Life> lives() {
    return lives;
  }

  private void ask() {
    while (!Thread.currentThread().isInterrupted() && lives.stream().anyMatch(Life::goesOn)) {
      lives.get(Math.floorMod(turn.getAndIncrement(), lives.size())).ask(api);
    }
  }

  @Override
  public void close() {
    watchers.shutdownNow();
  }

  /** What is known of one session, in {@link System#nanoTime}. */
  static final class Life {
    private final SignedIn session;
    private volatile long lastBelieved;
    private volatile long firstRefused;

    Life(SignedIn session) {
      this.session = session;
    }

    /** When the last request that was believed was sent; 0 when none was. */
    long lastBelieved() {
      return lastBelieved;
    }

    /** When the first refusal arrived. */
    long firstRefused() {
      return firstRefused;
    }

    private boolean goesOn() {
      return firstRefused == 0;
    }

    private void ask(Api api) {
      if (!goesOn()) {
        return;
      }
      long sent = System.nanoTime();
      int status = api.get("/account").bearer(session.token()).send().status();
      if (status == OK) {
        synchronized (this) {
          lastBelieved = Math.max(lastBelieved, sent);
        }
      } else if (status == UNAUTHORIZED) {
        firstRefused = System.nanoTime();
      }
    }
  }
}
