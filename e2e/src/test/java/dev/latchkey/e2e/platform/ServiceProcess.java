package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The process of one service. */
public final class ServiceProcess {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(90));

  /** The launcher raises a service that dies, but gives up when one does too often. */
  private static final int DEATHS = 5;

  private static final Duration WINDOW = Duration.ofSeconds(61);
  private static final Map<Owner, Deque<Long>> KILLS = new EnumMap<>(Owner.class);

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

  /** {@code kill -9}. The launcher starts it again: see {@link #awaitRevival}. */
  public long kill() {
    awaitTurn(owner);
    var process = process();
    process.kill();
    return process.pid();
  }

  /** Waits until another process is ready in place of one that was killed. */
  public void awaitRevival(long killed) {
    await(owner.service() + " lives again")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> launching.pid(owner.service()) != killed && ready());
  }

  /** Stops it for as long as {@link #start} is not called. */
  public void stop() {
    var unused = launching.dev("stop", owner.service());
  }

  public void start() {
    var unused = launching.dev("start", owner.service());
  }

  public void awaitReady() {
    await(owner.service() + " is ready")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(this::ready);
  }

  /** The sum of all samples of a metric; 0 when there is none. */
  public double metric(String name) {
    return sum(Pattern.quote(name) + "(?:\\{[^}]*})?");
  }

  /** The same of those samples that have a label, written as {@code outcome="handled"}. */
  public double metric(String name, String label) {
    return sum(Pattern.quote(name) + "\\{[^}]*" + Pattern.quote(label) + "[^}]*}");
  }

  private double sum(String sample) {
    // After the number there may be an exemplar: " # {trace_id=...} 1.0 1795305018.5".
    var line = Pattern.compile("(?m)^" + sample + " ([0-9.eE+-]+)(?: #.*)?$");
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

  private static synchronized void awaitTurn(Owner owner) {
    var kills = KILLS.computeIfAbsent(owner, none -> new ArrayDeque<>());
    await("the launcher has forgotten earlier deaths")
        .atMost(WINDOW.multipliedBy(2))
        .until(() -> {
          kills.removeIf(kill -> System.nanoTime() - kill > WINDOW.toNanos());
          return kills.size() < DEATHS;
        });
    kills.add(System.nanoTime());
  }
}
