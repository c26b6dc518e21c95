package dev.latchkey.auth.browserlogin;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The requests that wait in this process: no more than it can carry, and for each login the one
 * that came last, because a client that repeats itself has given up the others.
 */
@ApplicationScoped
@Startup // Or there is no number until somebody has waited.
class WaitingRoom {

  private final Map<LoginId, Seat> seats = new ConcurrentHashMap<>();
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final Semaphore free;
  private final int perNetwork;

  WaitingRoom(BrowserLoginConfig config, MeterRegistry meters) {
    this.free = new Semaphore(config.mostWaiting());
    this.perNetwork = config.mostWaitingPerNetwork();
    meters.gauge(
        "latchkey.browser.login.waiting",
        free,
        room -> config.mostWaiting() - room.availablePermits());
  }

  /** A seat for a request about that login, unless all are taken, or all of that network. */
  Optional<Seat> enter(LoginId login, String network) {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    if (taken.merge(network, 1, Integer::sum) > perNetwork) {
      giveBack(network);
      return Optional.empty();
    }
    var seat = new Seat(login, network);
    seats.put(login, seat);
    return Optional.of(seat);
  }

  private void giveBack(String network) {
    taken.computeIfPresent(network, (name, count) -> count == 1 ? null : count - 1);
    free.release();
  }

  /** One request that waits. */
  final class Seat {
    private final LoginId login;
    private final String network;

    private Seat(LoginId login, String network) {
      this.login = login;
      this.network = network;
    }

    /** False as soon as a later request about the same login waits. */
    boolean kept() {
      return seats.get(login) == this;
    }

    void leave() {
      seats.remove(login, this);
      giveBack(network);
    }
  }
}
