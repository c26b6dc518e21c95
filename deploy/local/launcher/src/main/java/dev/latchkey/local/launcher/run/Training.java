package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.people.Rehearsal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs once each program that has no AOT cache. One that gets none only starts more slowly. */
final class Training {

  private final Installation installation;
  private final Ports ports;
  private final Commands commands;
  private final Map<String, App> apps;
  private final Progress progress;
  private final Consumer<Child> begun;
  private final Readiness readiness = new Readiness();

  /**
   * A training.
   *
   * @param begun told of every child at once, so that it is stopped should we be
   */
  Training(
      Installation installation,
      Ports ports,
      Commands commands,
      Map<String, App> apps,
      Progress progress,
      Consumer<Child> begun) {
    this.installation = installation;
    this.ports = ports;
    this.commands = commands;
    this.apps = Map.copyOf(apps);
    this.progress = progress;
    this.begun = begun;
  }

  /** A program that writes its cache while the next one trains. */
  private record Writing(Child child, AotCache cache) {}

  /** The stores; they come before everything else. */
  void stores() throws IOException, InterruptedException {
    var cache = cache(Stores.NAME);
    if (cache.missing()) {
      progress.say("the stores are run once to train the JVM's AOT cache");
      var command = commands.stores(cache.app(), cache.train());
      var stores = Stores.launch(installation, command, commands.storesEnvironment(), progress);
      begun.accept(stores.child());
      stores.awaitReady();
      stores.child().release();
      keep(new Writing(stores.child(), cache));
    }
  }

  /** The services and the gateway, all together, so that they can be put to use; the stores run. */
  void parts() throws IOException, InterruptedException {
    var untrained = Part.ALL.stream().filter(part -> cache(part.name()).missing()).toList();
    if (untrained.isEmpty()) {
      return;
    }
    progress.say(
        untrained.stream().map(Part::name).collect(Collectors.joining(", "))
            + ": run once to train the JVM's AOT cache");
    var running = run();
    rehearse();
    for (var one : running.reversed()) {
      one.child().release();
    }
    for (var one : running) {
      keep(one);
    }
  }

  private void rehearse() throws InterruptedException {
    try {
      new Rehearsal(installation, ports.url(Door.GATEWAY), InstantSource.system()).run();
    } catch (IOException e) {
      // A cache of less use, but a cache.
      progress.say("the rehearsal broke off: " + e.getMessage());
    }
  }

  /** All parts; each starts beside the one before it, because one alone leaves cores idle. */
  private List<Writing> run() throws IOException, InterruptedException {
    var running = new ArrayList<Writing>();
    for (var part : Part.ALL) {
      running.add(begin(part));
      if (running.size() > 1) {
        use(running.get(running.size() - 2).child());
      }
    }
    use(running.getLast().child());
    return running;
  }

  /** Starts a part for its cache, or, where that is there, for the others. */
  private Writing begin(Part part) throws IOException {
    var cache = cache(part.name());
    var aot = cache.missing() ? cache.train() : cache.use();
    var child = part.start(installation, commands, cache.app(), aot, part.name() + "-training");
    begun.accept(child);
    return new Writing(child, cache);
  }

  private void use(Child child) throws IOException, InterruptedException {
    int port = ports.of(Part.named(child.name()).orElseThrow().internal());
    readiness.await(child, port);
    for (var path : List.of("/q/metrics", "/q/health", "/unknown")) {
      var unused = readiness.get(port, path);
    }
  }

  private void keep(Writing one) throws IOException, InterruptedException {
    if (!one.cache().missing()) {
      one.child().stop();
    } else if (!one.cache().keep(one.child())) {
      progress.say(one.child().name() + " has no AOT cache and starts more slowly");
    }
  }

  private AotCache cache(String name) {
    var app = apps.get(name);
    if (app == null) {
      throw new IllegalStateException("no program " + name);
    }
    return new AotCache(app);
  }
}
