package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.RunningState;
import dev.latchkey.local.launcher.house.RunningState.ProcessId;
import dev.latchkey.local.launcher.house.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The running platform: the stores, the services, the gateway. */
public final class Platform {

  private final Installation installation;
  private final Ports ports;
  private final Map<String, App> apps;
  private final Progress progress;
  private final Commands commands;
  private final Readiness readiness = new Readiness();
  private final Map<String, Child> children = new ConcurrentHashMap<>();
  private volatile @Nullable Stores stores;
  private volatile boolean stopping;

  public Platform(
      Installation installation,
      Ports ports,
      Secrets secrets,
      Map<String, App> apps,
      Progress progress) {
    this.installation = installation;
    this.ports = ports;
    this.apps = Map.copyOf(apps);
    this.progress = progress;
    this.commands = new Commands(installation, ports, secrets);
  }

  /**
   * Starts everything. A part starts when the one before it is half-way: all at once would fight
   * for the cores, one by one would leave them idle.
   *
   * @throws IOException with the last words of what did not start
   */
  public void start() throws IOException, InterruptedException {
    var training =
        new Training(
            installation, ports, commands, apps, progress, child -> add(child.name(), child));
    training.stores();
    startStores();
    training.parts();
    Child before = null;
    for (var part : Part.ALL) {
      var child = launch(part);
      if (before != null) {
        awaitReady(before);
      }
      before = child;
    }
    if (before != null) {
      awaitReady(before);
    }
  }

  private void startStores() throws IOException, InterruptedException {
    progress.say("PostgreSQL, Redis, Kafka, the mailbox and the SMS provider");
    var app = app(Stores.NAME);
    var command = commands.stores(app, new AotCache(app).use());
    var launched = Stores.launch(installation, command, commands.storesEnvironment(), progress);
    stores = launched;
    add(Stores.NAME, launched.child());
    launched.awaitReady();
    note(false);
  }

  private Child launch(Part part) throws IOException {
    var app = app(part.name());
    var child = part.start(installation, commands, app, new AotCache(app).use(), part.name());
    add(part.name(), child);
    return child;
  }

  private void awaitReady(Child child) throws IOException, InterruptedException {
    var part = Part.named(child.name()).orElseThrow();
    readiness.await(child, ports.of(part.internal()));
    progress.say("%s is ready (%.1f s)".formatted(child.name(), child.seconds()));
  }

  /** Writes down every process at once: who cleans up after a kill must know it. */
  private void add(String name, Child child) {
    children.put(name, child);
    if (stopping) {
      child.stop();
      throw new IllegalStateException("stopped while it was starting");
    }
    try {
      note(false);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The first part that ended without being asked to. */
  Optional<Child> dead() {
    return stopping
        ? Optional.empty()
        : children.values().stream().filter(child -> !child.alive()).findFirst();
  }

  /** A store that ended without being asked to; each death is told once. */
  Optional<String> deadStore() {
    var running = stores;
    return running == null || stopping ? Optional.empty() : running.nextDead();
  }

  /** Starts one part: a service, the gateway or a store. */
  void start(String name) throws IOException, InterruptedException {
    var running = children.get(name);
    if (running != null && running.alive()) {
      throw new IOException(name + " runs already");
    }
    var part = Part.named(name);
    if (part.isPresent()) {
      awaitReady(launch(part.get()));
    } else {
      stores().order("start", name);
    }
    note(true);
  }

  /** Stops one part until it is started again. */
  void stop(String name) throws IOException, InterruptedException {
    var child = children.get(name);
    if (child == null || name.equals(Stores.NAME)) {
      stores().order("stop", name);
      return;
    }
    children.remove(name);
    child.stop();
    note(true);
  }

  /** Stops everything, the front door first. */
  public void stop() {
    stopping = true;
    stopAll(List.of(Part.GATEWAY.name()));
    var middle = new ArrayList<>(children.keySet());
    middle.remove(Stores.NAME);
    // All are asked at once, and then waited for one by one.
    children.values().stream()
        .filter(child -> !child.name().equals(Stores.NAME))
        .forEach(Child::release);
    stopAll(middle);
    stopAll(List.of(Stores.NAME));
  }

  private void stopAll(List<String> names) {
    for (var name : names) {
      var child = children.remove(name);
      if (child != null) {
        child.stop();
      }
    }
  }

  /** Writes {@code up.json}. */
  public void note(boolean ready) throws IOException {
    var processes = new HashMap<String, ProcessId>();
    children.forEach(
        (name, child) -> processes.put(name, ProcessId.of(child.process().toHandle())));
    var running = stores;
    if (running != null) {
      running
          .pids()
          .forEach((name, pid) ->
              ProcessHandle.of(pid).ifPresent(handle -> processes.put(name, ProcessId.of(handle))));
    }
    new RunningState(
            ports.url(Door.GATEWAY),
            ready,
            ProcessId.of(ProcessHandle.current()),
            ports.byTitle(),
            processes)
        .write(installation);
  }

  private Stores stores() throws IOException {
    var running = stores;
    if (running == null) {
      throw new IOException("the stores do not run");
    }
    return running;
  }

  private App app(String name) {
    var app = apps.get(name);
    if (app == null) {
      throw new IllegalStateException("no program " + name);
    }
    return app;
  }
}
