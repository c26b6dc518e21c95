package dev.latchkey.e2e.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import redis.clients.jedis.Jedis;

/**
 * A second Redis that copies the platform's, until it is cut off; then it takes its place, as a
 * failover does: another server at the same address, without the writes that came since.
 */
public final class RedisReplica implements AutoCloseable {

  private static final String HERE = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Launching launching;
  private final RunningProcess process;
  private final int port;

  private RedisReplica(Launching launching, RunningProcess process, int port) {
    this.launching = launching;
    this.process = process;
    this.port = port;
  }

  /** Starts one of the same program, and waits until it has everything. */
  static RedisReplica start(Launching launching) {
    int port = Launching.freePort();
    int primary = launching.port("redis");
    var folder = launching.scratch().resolve("redis-replica-" + port);
    var original = launching.process("redis");
    var command = new ArrayList<>(original.command());
    command.set(command.indexOf("--port") + 1, String.valueOf(port));
    command.set(command.indexOf("--dir") + 1, folder.toString());
    command.set(command.indexOf("--appendonly") + 1, "no");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var like =
        new RunningProcess(
            original.handle(), command, original.environment(), original.directory());
    var replica =
        new RedisReplica(launching, like.again(Map.of(), launching.log("second-redis")), port);
    await("a second Redis")
        .ignoreExceptions()
        .atMost(PATIENCE)
        .until(() -> replica.follow(primary));
    await("it has everything")
        .atMost(PATIENCE)
        .until(() -> replica.state().contains("master_link_status:up"));
    return replica;
  }

  /** The writes from here on are lost: it hears of nothing any more. */
  public void fallBehind() {
    try (var redis = new Jedis(HERE, port)) {
      var unused = redis.replicaofNoOne();
    }
  }

  /** The primary is gone, and this one is found at its address. */
  public void takeOver() {
    int address = launching.port("redis");
    // Not killed: the launcher would raise it, and take the address.
    new StoreProcess("redis", launching).stop();
    try (var redis = new Jedis(HERE, port)) {
      await("the address is free")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .ignoreExceptions()
          .until(() -> redis.configSet("port", String.valueOf(address)).equals("OK"));
    }
  }

  /** Ends it, and gives the first one its place back. */
  @Override
  public void close() {
    process.kill();
    new StoreProcess("redis", launching).start();
  }

  private boolean follow(int primary) {
    try (var redis = new Jedis(HERE, port)) {
      return redis.replicaof(HERE, primary).equals("OK");
    }
  }

  private String state() {
    try (var redis = new Jedis(HERE, port)) {
      return redis.info("replication");
    }
  }
}
