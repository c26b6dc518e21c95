package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.build.Build;
import dev.latchkey.local.launcher.build.NativeServices;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.Secrets;
import dev.latchkey.local.launcher.people.People;
import dev.latchkey.local.launcher.people.Seeding;
import dev.latchkey.local.launcher.run.Leftovers;
import dev.latchkey.local.launcher.run.Orders;
import dev.latchkey.local.launcher.run.Platform;
import dev.latchkey.local.launcher.run.Watch;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The process that runs the platform: from nothing to ready, and until it is stopped. */
final class Supervision {

  private final Installation installation;
  private final Ports ports;
  private final boolean executables;
  private final Progress progress;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /**
   * @param executables true to run the services without a JVM
   */
  Supervision(Installation installation, Ports ports, boolean executables, Progress progress) {
    this.installation = installation;
    this.ports = ports;
    this.executables = executables;
    this.progress = progress;
  }

  /** Runs until a signal comes or a part fails for good; returns the exit code. */
  int run() throws IOException, InterruptedException {
    installation.make();
    try (var channel =
            FileChannel.open(
                installation.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        progress.say("another ./dev up is at work in " + installation.data());
        return 1;
      }
      return supervise();
    }
  }

  private int supervise() throws IOException, InterruptedException {
    Leftovers.sweep(installation);
    var taken = ports.complaint();
    if (taken.isPresent()) {
      progress.say(taken.get());
      return 1;
    }
    var apps = programs();
    var secrets = Secrets.of(installation);
    var platform = new Platform(installation, ports, secrets, apps, progress);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
    try {
      platform.start();
      var url = ports.url(Door.GATEWAY);
      new Seeding(installation, url, Clock.systemUTC(), progress).seed();
      platform.note(true);
      progress.show(
          "%nLatchkey is up after %.1f s: %s%n%s%n%n%s%n"
              .formatted(
                  progress.seconds(),
                  url,
                  Addresses.of(ports.byTitle()),
                  new People(installation).describe()));
      new Watch(platform, new Orders(installation), progress).forEver();
      return 0;
    } catch (IOException | RuntimeException e) {
      if (stopping.get()) {
        // What broke, broke because we are leaving; the hook is at work.
        Thread.sleep(Long.MAX_VALUE);
      }
      progress.say(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private Map<String, App> programs() throws IOException, InterruptedException {
    var house = installation.house();
    var built = new Build(house, progress).programs();
    return executables ? new NativeServices(house).among(built) : built;
  }

  private void stop(Platform platform) {
    stopping.set(true);
    progress.say("stopping");
    platform.stop();
    try {
      // When the stores' process was killed, PostgreSQL and Redis live on without it.
      Leftovers.end(installation);
      Files.deleteIfExists(installation.state());
    } catch (IOException e) {
      progress.say("cannot clean up: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.say("stopped");
  }
}
