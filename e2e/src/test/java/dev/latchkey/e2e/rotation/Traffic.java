package dev.latchkey.e2e.rotation;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Clients that use the platform all the time and never try again: each request has one right
 * status, and any other answer, or none, is a failure. Like a balancer it spreads them over the
 * ways in that are open.
 */
final class Traffic implements AutoCloseable {

  /** Two cores serve two sets of processes and start a third. */
  private static final long PAUSE_MS = 150;

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Api> open;
  private volatile boolean over;

  Traffic(Api first) {
    open = List.of(first);
  }

  /**
   * From now on a client does this again and again.
   *
   * @param request makes the next one ready, which may take its time, and only then is told where
   *     to send it: by then another way in may be the open one
   */
  void client(String what, int right, Supplier<Function<Api, Call>> request) {
    var thread = new Thread(() -> run(what, right, request), what);
    thread.setDaemon(true);
    clients.add(thread);
    thread.start();
  }

  private void run(String what, int right, Supplier<Function<Api, Call>> request) {
    while (!over) {
      var ready = request.get();
      var ways = open;
      var way = ways.get(Math.floorMod(turn.getAndIncrement(), ways.size()));
      try {
        var answer = ready.apply(way).send();
        if (answer.status() != right) {
          failures.add(what + ": " + answer);
        }
        done.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
      } catch (UncheckedIOException noAnswer) {
        failures.add(what + ": " + noAnswer.getMessage());
      }
      pause(PAUSE_MS);
    }
  }

  /** Where requests go; whoever has left this list gets no more, and is waited for. */
  void goesTo(Api... ways) {
    open = List.of(ways);
    pause(TimeUnit.SECONDS.toMillis(5));
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many requests of a kind were answered. */
  int done(String what) {
    return done.getOrDefault(what, new AtomicInteger()).get();
  }

  @Override
  public void close() {
    over = true;
    for (var client : clients) {
      try {
        client.join(TimeUnit.SECONDS.toMillis(60));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
