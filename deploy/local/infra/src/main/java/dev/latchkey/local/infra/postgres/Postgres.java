package dev.latchkey.local.infra.postgres;

import dev.latchkey.local.infra.store.Directories;
import dev.latchkey.local.infra.store.PortTaken;
import dev.latchkey.local.infra.store.Ports;
import dev.latchkey.local.infra.store.Processes;
import dev.latchkey.local.infra.store.ServerProcess;
import dev.latchkey.local.infra.store.Signal;
import dev.latchkey.local.infra.store.Store;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL. */
public final class Postgres implements Store {

  /** The eighth line of {@code postmaster.pid} says whether connections are taken. */
  private static final int STATUS_LINE = 7;

  private final Path directory;
  private final Path data;
  private final Path programs;
  private final int port;
  private final boolean keep;
  private final Optional<String> password;
  private volatile @Nullable ServerProcess server;

  /**
   * A PostgreSQL that is not started yet.
   *
   * @param directory where data, log and the superuser's password go
   * @param programs where the programs are unpacked to
   * @param port the port, or 0 for a free one
   * @param keep false: data need not survive a crash of the machine
   * @param password of the services' roles; without one each role's is its name
   */
  public Postgres(
      Path directory, Path programs, int port, boolean keep, Optional<String> password) {
    this.directory = directory;
    this.data = directory.resolve("postgres");
    this.programs = programs;
    this.port = Ports.choose(port);
    this.keep = keep;
    this.password = password;
  }

  @Override
  public String name() {
    return "postgres";
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
    Processes.endLeftovers("postgres", data, Signal.INT);
    Ports.mustBeFree(name(), port);
    try {
      // Whoever wrote it is gone; PostgreSQL would mistake an unrelated process of that id for it.
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      var postgres = PostgresPrograms.unpack(programs);
      var runAs = RunAs.detect();
      var superuser = Superuser.in(directory);
      initialize(postgres, runAs, superuser);
      var started = ServerProcess.launch(name(), command(postgres, runAs), log());
      server = started;
      started.await(this::ready);
      Databases.prepare(port, superuser.password(), password);
    } catch (IOException | SQLException e) {
      throw new StoreFailed("postgres can not be started", e);
    }
  }

  @Override
  public void stop() {
    var running = server;
    server = null;
    if (running != null) {
      Processes.end(running.handle(), Signal.INT);
    }
  }

  private void initialize(PostgresPrograms postgres, RunAs runAs, Superuser superuser)
      throws IOException, StoreFailed, InterruptedException {
    var version = data.resolve("PG_VERSION");
    if (Files.exists(version)) {
      var major = Files.readString(version).strip();
      if (!major.equals(PostgresPrograms.MAJOR)) {
        throw new StoreFailed(
            "%s holds data of PostgreSQL %s, this is %s; move it away"
                .formatted(data, major, PostgresPrograms.MAJOR));
      }
      return;
    }
    // Made beside and renamed, so that a start that was killed leaves no half database.
    var fresh = directory.resolve("postgres.fresh");
    Directories.delete(fresh);
    runAs.give(Directories.secret(fresh));
    runAs.give(superuser.passwordFile());
    var options =
        List.of(
            postgres.path("initdb"),
            "-D",
            fresh.toString(),
            "-U",
            Superuser.NAME,
            "-E",
            "UTF8",
            "-A",
            "scram-sha-256",
            "--pwfile",
            superuser.passwordFile().toString(),
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-sync");
    ServerProcess.launch("initdb", runAs.command(options.toArray(String[]::new)), log()).await();
    Files.move(fresh, data);
  }

  private List<String> command(PostgresPrograms postgres, RunAs runAs) {
    var options = new ArrayList<String>();
    options.addAll(List.of(postgres.path("postgres"), "-D", data.toString()));
    settings().forEach(setting -> options.addAll(List.of("-c", setting)));
    return runAs.command(options.toArray(String[]::new));
  }

  private List<String> settings() {
    var settings =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC"));
    if (!keep) {
      // Not synchronous_commit=off: a commit must survive a kill of the server.
      settings.addAll(List.of("fsync=off", "full_page_writes=off"));
    }
    return settings;
  }

  private boolean ready() {
    try {
      var lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private Path log() {
    return directory.resolve("postgres.log");
  }
}
