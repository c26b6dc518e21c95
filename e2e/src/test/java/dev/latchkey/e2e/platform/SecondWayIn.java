package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Api;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second replica of auth-service and of mfa-service with a gateway of its own before them: the
 * same programs with the same secrets and stores, on other ports.
 */
public final class SecondWayIn implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final URI url;
  private final String mfa;
  private final List<RunningProcess> processes;

  /** With the internal address of its mfa-service; empty where it has none of its own. */
  private SecondWayIn(URI url, String mfa, List<RunningProcess> processes) {
    this.url = url;
    this.mfa = mfa;
    this.processes = processes;
  }

  /** With changes to the environment of both services. */
  static SecondWayIn open(Launching launching, Map<String, String> changes) {
    // Each asks the other: with the first pair away, neither would have keys, epochs or factors.
    int ofAuth = Launching.freePort();
    int ofMfa = Launching.freePort();
    var both = new HashMap<>(changes);
    both.put("LATCHKEY_AUTH_URL", internalUrl(ofAuth));
    both.put("LATCHKEY_MFA_URL", internalUrl(ofMfa));
    var mfa = Replica.of(launching, Owner.MFA, both, ofMfa);
    var auth = Replica.of(launching, Owner.AUTH, both, ofAuth);
    var gateway =
        gateway(
            launching,
            Map.of(
                "LATCHKEY_MFA_PORT",
                String.valueOf(mfa.door()),
                "LATCHKEY_AUTH_PORT",
                String.valueOf(auth.door()),
                "LATCHKEY_AUTH_URL",
                auth.internalUrl()));
    var opened =
        new SecondWayIn(
            gateway.url,
            mfa.internalUrl(),
            List.of(gateway.processes.getFirst(), auth.process(), mfa.process()));
    opened.awaitOpen();
    awaitReady(mfa);
    return opened;
  }

  /** Another gateway with an mfa-service of its own; whoever asks auth-service gets the first. */
  static SecondWayIn ofMfa(Launching launching, Map<String, String> changes) {
    var mfa = Replica.of(launching, Owner.MFA, changes, Launching.freePort());
    var gateway = gateway(launching, Map.of("LATCHKEY_MFA_PORT", String.valueOf(mfa.door())));
    var opened =
        new SecondWayIn(
            gateway.url, mfa.internalUrl(), List.of(gateway.processes.getFirst(), mfa.process()));
    opened.awaitOpen();
    awaitReady(mfa);
    return opened;
  }

  /** Another process of a service. */
  private record Replica(RunningProcess process, int door, String internalUrl) {
    static Replica of(Launching launching, Owner owner, Map<String, String> changes, int internal) {
      int door = Launching.freePort();
      var all = new HashMap<>(changes);
      all.put("LATCHKEY_HTTP_PORT", String.valueOf(door));
      all.put("LATCHKEY_INTERNAL_PORT", String.valueOf(internal));
      var process =
          launching.process(owner.service()).again(all, launching.log("second-" + owner.service()));
      return new Replica(process, door, SecondWayIn.internalUrl(internal));
    }
  }

  private static String internalUrl(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Only a gateway, with changes to its environment. */
  static SecondWayIn gateway(Launching launching, Map<String, String> changes) {
    int port = Launching.freePort();
    var all = new HashMap<>(changes);
    all.put("LATCHKEY_PORT", String.valueOf(port));
    all.put("LATCHKEY_GATEWAY_INTERNAL_PORT", String.valueOf(Launching.freePort()));
    var process = launching.process("gateway").again(all, launching.log("second-gateway"));
    return new SecondWayIn(URI.create("http://127.0.0.1:" + port), "", List.of(process));
  }

  public Api api() {
    return new Api(url);
  }

  /** What its mfa-service measures. */
  public String mfaMetrics() {
    return new Api(URI.create(mfa)).get("/q/metrics").send().body();
  }

  void awaitOpen() {
    await("a second way in")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(this::answers);
  }

  private static void awaitReady(Replica mfa) {
    await("a second mfa-service")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> ready(mfa.internalUrl()));
  }

  private static boolean ready(String internalUrl) {
    try {
      return new Api(URI.create(internalUrl)).get("/q/health/ready").send().status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private boolean answers() {
    try {
      return api().get("/account").send().status() == 401;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    processes.forEach(RunningProcess::end);
  }
}
