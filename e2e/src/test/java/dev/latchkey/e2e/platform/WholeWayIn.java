package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Another replica of every service and a gateway before them, on the stores of the first ones. */
public final class WholeWayIn implements AutoCloseable {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(90));

  /** The first ones, as they were when somebody first asked: later they may be stopped. */
  private static final Map<String, RunningProcess> LIKE = new ConcurrentHashMap<>();

  private final URI gateway;
  private final Map<Owner, URI> internal;
  private final List<RunningProcess> processes;

  private WholeWayIn(URI gateway, Map<Owner, URI> internal, List<RunningProcess> processes) {
    this.gateway = gateway;
    this.internal = Map.copyOf(internal);
    this.processes = List.copyOf(processes);
  }

  /** Changes to the environment of each program. */
  public interface Changes {
    Map<String, String> of(Asker program, Map<String, String> environment);
  }

  static WholeWayIn open(Launching launching, String name, Changes changes) {
    var all = new HashMap<String, String>();
    var inside = new EnumMap<Owner, String>(Owner.class);
    var internal = new EnumMap<Owner, URI>(Owner.class);
    for (var owner : Owner.values()) {
      var port = port();
      inside.put(owner, port);
      internal.put(owner, URI.create("http://127.0.0.1:" + port));
      all.put("LATCHKEY_%s_PORT".formatted(owner.name()), port());
      all.put("LATCHKEY_%s_URL".formatted(owner.name()), "http://127.0.0.1:" + port);
    }
    var processes = new ArrayList<RunningProcess>();
    // One after the other, as a rollout does: five that start at once take two cores away from who
    // serves.
    for (var owner : Owner.values()) {
      var own = new HashMap<>(all);
      own.put(
          "LATCHKEY_HTTP_PORT", all.getOrDefault("LATCHKEY_%s_PORT".formatted(owner.name()), ""));
      own.put("LATCHKEY_INTERNAL_PORT", inside.getOrDefault(owner, ""));
      processes.add(
          start(launching, name, owner.service(), Asker.valueOf(owner.name()), own, changes));
      awaitReady(owner, new Api(Objects.requireNonNull(internal.get(owner))));
    }
    var front = new HashMap<>(all);
    var port = port();
    front.put("LATCHKEY_PORT", port);
    front.put("LATCHKEY_GATEWAY_INTERNAL_PORT", port());
    processes.addFirst(start(launching, name, "gateway", Asker.GATEWAY, front, changes));
    var way = new WholeWayIn(URI.create("http://127.0.0.1:" + port), internal, processes);
    awaitOpen(way.api());
    return way;
  }

  private static RunningProcess start(
      Launching launching,
      String name,
      String program,
      Asker asker,
      Map<String, String> own,
      Changes changes) {
    var like = LIKE.computeIfAbsent(program, launching::process);
    own.putAll(changes.of(asker, like.environment()));
    return like.again(own, launching.log(name + "-" + program));
  }

  /** The public API, through its gateway. */
  public Api api() {
    return new Api(gateway);
  }

  /** The internal port of one of its services. */
  public Api internalDoor(Owner owner) {
    return new Api(internal.getOrDefault(owner, gateway));
  }

  private static void awaitReady(Owner owner, Api internal) {
    await("another " + owner.service())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> answers(internal, "/q/health/ready", 200));
  }

  private static void awaitOpen(Api gateway) {
    await("another gateway")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> answers(gateway, "/account", 401));
  }

  private static boolean answers(Api api, String path, int status) {
    try {
      return api.get(path).send().status() == status;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static String port() {
    return String.valueOf(Launching.freePort());
  }

  /** Ends the gateway first. */
  @Override
  public void close() {
    processes.forEach(RunningProcess::end);
  }
}
