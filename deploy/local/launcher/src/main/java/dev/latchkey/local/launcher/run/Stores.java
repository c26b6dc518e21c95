package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** PostgreSQL, Redis, Kafka, the mailbox, the SMS provider: one child process that we talk with. */
final class Stores {

  static final String NAME = "infra";

  private static final String DIED = "DIED ";
  private static final String FAILED = "FAILED ";
  private static final int PAUSE_MILLIS = 100;
  private static final int LINES = 20;

  private final Child child;
  private final Progress progress;
  private final Map<String, Long> pids = new ConcurrentHashMap<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final Queue<String> dead = new ConcurrentLinkedQueue<>();

  private Stores(Child child, Progress progress) {
    this.child = child;
    this.progress = progress;
    Thread.ofVirtual().name("stores").start(this::listen);
  }

  /** Launches them; {@link #awaitReady} waits. */
  static Stores launch(
      Installation installation,
      List<String> command,
      Map<String, String> environment,
      Progress progress)
      throws IOException {
    return new Stores(
        Child.startTalking(NAME, command, environment, installation.data(), installation.log(NAME)),
        progress);
  }

  Child child() {
    return child;
  }

  /**
   * Process ids of the servers by name; mailbox and SMS provider are a part of the child itself.
   */
  Map<String, Long> pids() {
    return Map.copyOf(pids);
  }

  /** The next store that ended without being asked to; empty when there is none. */
  Optional<String> nextDead() {
    return Optional.ofNullable(dead.poll());
  }

  /** Waits until all are up, passing on what they say. */
  void awaitReady() throws IOException, InterruptedException {
    note(lineWith("READY "));
  }

  /**
   * Starts or stops one of them: {@code postgres}, {@code redis}, {@code kafka}, {@code mail},
   * {@code sms}.
   */
  synchronized void order(String verb, String store) throws IOException, InterruptedException {
    said.clear();
    var out = child.process().outputWriter(StandardCharsets.UTF_8);
    out.write(verb + " " + store + "\n");
    out.flush();
    note(lineWith(verb.equals("stop") ? "STOPPED " + store : "STARTED " + store));
  }

  /** Reads all the time, else the pipe would fill and hold the stores up. */
  private void listen() {
    try (var lines = child.process().inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DIED)) {
          dead.add(line.substring(DIED.length()));
        } else {
          said.add(line);
        }
      }
    } catch (IOException e) {
      // The stores ended; whoever waits for a line sees it.
      return;
    }
  }

  private String lineWith(String beginning) throws IOException, InterruptedException {
    while (child.alive() || !said.isEmpty()) {
      var line = said.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      if (line == null) {
        continue;
      }
      if (line.startsWith(beginning)) {
        return line;
      }
      if (line.startsWith(FAILED)) {
        throw new IOException(line.substring(FAILED.length()));
      }
      progress.say("  " + line);
    }
    throw new IOException(child.obituary(LINES));
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
