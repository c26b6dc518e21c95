package dev.latchkey.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraTest {

  @TempDir Path folder;

  @Test
  void a_taken_port_is_named_with_its_holder() throws IOException, InterruptedException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var run = Run.of(folder.resolve("a"), "stores=mail", "mail=" + taken.getLocalPort())) {
      assertThat(run.line("FAILED"))
          .contains(
              "port " + taken.getLocalPort(), "mail", "process " + ProcessHandle.current().pid());
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void servers_of_a_killed_run_are_cleared_away_and_their_data_is_kept()
      throws IOException, InterruptedException, SQLException {
    var arguments = new String[] {"stores=postgres,redis", "postgres=0", "redis=0"};
    long orphan;
    var killed = Run.of(folder.resolve("a"), arguments);
    var before = killed.line("READY");
    execute(killed.announced(before, "postgres"), "create table kept (n int)");
    orphan = killed.announced(before, "postgres.pid");
    killed.kill();
    stop(orphan);
    stop(killed.announced(before, "redis.pid"));

    try (var run = Run.of(folder.resolve("a"), arguments)) {
      var after = run.line("READY");

      execute(run.announced(after, "postgres"), "insert into kept values (1)");
      assertThat(alive(orphan)).isFalse();
      assertThat(alive(killed.announced(before, "redis.pid"))).isFalse();
    }
  }

  @Test
  void a_store_is_stopped_and_started_by_order_on_its_port()
      throws IOException, InterruptedException {
    try (var run = Run.of(folder.resolve("a"), "stores=redis", "redis=0", "keep=false")) {
      var ready = run.line("READY");

      run.order("stop redis");
      assertThat(run.line("STOPPED")).isEqualTo("STOPPED redis");
      run.order("start redis");
      var started = run.line("STARTED");

      assertThat(run.announced(started, "redis")).isEqualTo(run.announced(ready, "redis"));
      assertThat(run.announced(started, "redis.pid"))
          .isNotEqualTo(run.announced(ready, "redis.pid"));
    }
  }

  @Test
  void a_violent_death_is_announced() throws IOException, InterruptedException {
    try (var run = Run.of(folder.resolve("a"), "stores=redis", "redis=0", "keep=false")) {
      var redis = run.announced(run.line("READY"), "redis.pid");

      ProcessHandle.of(redis).orElseThrow().destroyForcibly();

      assertThat(run.line("DIED")).isEqualTo("DIED redis");
    }
  }

  @Test
  void when_stdin_closes_no_process_and_no_temporary_data_is_left()
      throws IOException, InterruptedException {
    var run = Run.of(folder.resolve("a"), "stores=redis,mail", "redis=0", "mail=0", "keep=false");
    var redis = run.announced(run.line("READY"), "redis.pid");

    run.close();

    assertThat(alive(redis)).isFalse();
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void a_folder_with_other_files_is_never_taken_for_temporary()
      throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("precious"), "data");

    try (var run = Run.of(folder, "stores=mail", "mail=0", "keep=false")) {
      assertThat(run.line("FAILED")).contains("not empty");
      assertThat(run.exitCode()).isEqualTo(2);
    }
    assertThat(file).exists();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Nothing but KILL reaches it now. */
  private static void stop(long pid) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -STOP " + pid).start().waitFor();
  }

  private static void execute(long port, String statement) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/mfa";
    try (var connection = DriverManager.getConnection(url, "mfa", "mfa");
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
