package dev.latchkey.local.launcher.run;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes the AOT caches (JEP 483, JEP 514): each service runs once until it is ready, and at its end
 * the JVM writes down what it loaded and linked. Later starts take half the time.
 */
final class Training {

  private static final int PATIENCE_SECONDS = 180;

  private final Installation installation;
  private final Ports ports;
  private final Commands commands;
  private final Progress progress;

  Training(Installation installation, Ports ports, Commands commands, Progress progress) {
    this.installation = installation;
    this.ports = ports;
    this.commands = commands;
    this.progress = progress;
  }

  /** A service that writes its cache while the next one trains. */
  private record Writing(Owner owner, App app, Child child) {}

  /**
   * Trains the services that have no cache. A cache that cannot be made is only said: without it
   * everything works, later.
   *
   * @param begun told of every child at once, so that it is stopped should we be
   */
  void train(Map<Owner, App> services, Consumer<Child> begun)
      throws IOException, InterruptedException {
    var writing = new ArrayList<Writing>();
    for (var service : services.entrySet()) {
      if (!Files.exists(service.getValue().aotCache())) {
        progress.say(service.getKey().service() + " is run once to train the JVM's AOT cache");
        writing.add(run(service.getKey(), service.getValue(), begun));
      }
    }
    for (var one : writing) {
      keep(one);
    }
  }

  private Writing run(Owner owner, App app, Consumer<Child> begun)
      throws IOException, InterruptedException {
    var child =
        Child.start(
            owner.service(),
            commands.service(app, "-XX:AOTCacheOutput=" + half(app)),
            commands.serviceEnvironment(owner),
            app.folder(),
            installation.log(owner.service() + "-training"));
    begun.accept(child);
    var readiness = new Readiness();
    readiness.await(child, ports.of(Door.internal(owner)));
    for (var path : List.of("/q/metrics", "/q/health", "/unknown")) {
      var unused = readiness.get(ports.of(Door.internal(owner)), path);
    }
    var unused = readiness.get(ports.of(Door.of(owner)), "/account");
    child.release();
    return new Writing(owner, app, child);
  }

  private void keep(Writing one) throws IOException, InterruptedException {
    var half = half(one.app());
    boolean ended = one.child().process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (ended && Files.exists(half)) {
      Files.move(half, one.app().aotCache(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      one.child().stop();
      Files.deleteIfExists(half);
      progress.say(one.owner().service() + " has no AOT cache and starts more slowly");
    }
  }

  private static Path half(App app) {
    return app.aotCache().resolveSibling("half.aot");
  }
}
