package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** PostgreSQL, Redis, Kafka and the mailbox: one child process that we talk with. */
final class Stores {

  static final String NAME = "infra";

  private final Child child;
  private final BufferedReader said;
  private final Map<String, Long> pids = new ConcurrentHashMap<>();

  private Stores(Child child) {
    this.child = child;
    this.said = child.process().inputReader(StandardCharsets.UTF_8);
  }

  /** Launches them; {@link #awaitReady} waits. */
  static Stores launch(Installation installation, App app, Ports ports, Secrets secrets)
      throws IOException {
    var command =
        List.of(
            House.java().toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            app.classPath(),
            "dev.latchkey.local.infra.Infra",
            "dir=" + installation.data(),
            "programs=" + installation.house().programs(),
            argument(ports, Door.POSTGRES),
            argument(ports, Door.REDIS),
            argument(ports, Door.KAFKA),
            argument(ports, Door.MAIL));
    return new Stores(
        Child.startTalking(
            NAME,
            command,
            Map.of("LATCHKEY_PG_PASSWORD", secrets.postgres()),
            installation.data(),
            installation.log(NAME)));
  }

  private static String argument(Ports ports, Door door) {
    return door.name().toLowerCase(Locale.ROOT) + "=" + ports.of(door);
  }

  Child child() {
    return child;
  }

  /** Process ids of the servers by name; the mailbox is a part of the child itself. */
  Map<String, Long> pids() {
    return Map.copyOf(pids);
  }

  /** Waits until all are up, passing on what they say. */
  void awaitReady(Progress progress) throws IOException {
    note(lineWith("READY ", progress));
  }

  /** Starts or stops one of them: {@code postgres}, {@code redis}, {@code kafka}, {@code mail}. */
  synchronized void order(String verb, String store, Progress progress) throws IOException {
    var out = child.process().outputWriter(StandardCharsets.UTF_8);
    out.write(verb + " " + store + "\n");
    out.flush();
    note(lineWith(verb.equals("stop") ? "STOPPED " + store : "STARTED " + store, progress));
  }

  private String lineWith(String beginning, Progress progress) throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
      if (line.startsWith("FAILED")) {
        throw new IOException(line.substring("FAILED".length()).strip());
      }
      progress.say("  " + line);
    }
    throw new IOException("the stores ended; " + child.obituary(20));
  }

  private void note(String line) {
    var words = new HashMap<String, String>();
    for (var word : line.split(" ", -1)) {
      var parts = word.split("=", 2);
      words.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    for (var store : List.of("postgres", "redis", "kafka")) {
      var pid = words.get(store + ".pid");
      if (pid != null) {
        pids.put(store, Long.valueOf(pid));
      }
    }
  }
}
