package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Api;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** The process of one service. */
public final class ServiceProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Owner owner;
  private final Launching launching;

  ServiceProcess(Owner owner, Launching launching) {
    this.owner = owner;
    this.launching = launching;
  }

  public RunningProcess process() {
    return launching.process(owner.service());
  }

  /** Its public port, without the gateway before it. */
  public Api publicDoor() {
    return door("");
  }

  /** Its internal port. */
  public Api internalDoor() {
    return door(".internal");
  }

  /**
   * {@code kill -9}; afterwards it is down until {@link #start}, or until the launcher restarts it.
   */
  public Corpse kill() {
    var process = process();
    process.kill();
    return new Corpse(process);
  }

  public void awaitReady() {
    await(owner.service() + " is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(this::ready);
  }

  /** The sum of all samples of a metric; 0 when there is none. */
  public double metric(String name) {
    var line = Pattern.compile("(?m)^" + Pattern.quote(name) + "(?:\\{[^}]*})? ([0-9.eE+-]+)$");
    return line.matcher(internalDoor().get("/q/metrics").send().body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  private Api door(String which) {
    return new Api(URI.create("http://127.0.0.1:" + launching.port(owner.service() + which)));
  }

  private boolean ready() {
    try {
      return internalDoor().get("/q/health/ready").send().status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** A process that was killed. */
  public final class Corpse {

    private final RunningProcess killed;

    private Corpse(RunningProcess killed) {
      this.killed = killed;
    }

    /** Starts the same process again, unless the launcher did already, and waits for it. */
    public void revive() {
      launching.revive(owner.service(), killed, Map.of());
      awaitReady();
    }
  }
}
