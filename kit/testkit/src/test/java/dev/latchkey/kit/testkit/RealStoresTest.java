package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RealStoresTest {

  @Test
  void postgres_is_the_real_one_and_keeps_its_data_over_a_kill() throws SQLException {
    try (var mfa = RealStores.database("mfa");
        var statement = mfa.createStatement()) {
      statement.execute("create table kept as select version()");
    }

    RealStores.postgres().killed().close();

    try (var mfa = RealStores.database("mfa");
        var statement = mfa.createStatement()) {
      var version = statement.executeQuery("select * from kept");
      assertThat(version.next()).isTrue();
      assertThat(version.getString(1)).startsWith("PostgreSQL 18");
    }
  }

  @Test
  void a_service_can_not_reach_the_database_of_another() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(RealStores.jdbcUrl("auth"), "mfa", "mfa").close())
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void a_role_needs_its_password() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(RealStores.jdbcUrl("auth"), "auth", "x").close())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void a_paused_redis_says_nothing_until_the_outage_is_over() throws IOException {
    try (var redis = new Socket("127.0.0.1", RealStores.redis().port())) {
      redis.setSoTimeout(300);
      try (var outage = RealStores.redis().paused()) {
        assertThatThrownBy(() -> ping(redis)).isInstanceOf(SocketTimeoutException.class);
        outage.close();
      }

      assertThat(redis.getInputStream().readNBytes(7)).isEqualTo(pong());
    }
  }

  @Test
  void a_killed_redis_refuses_connections_and_comes_back_on_its_port() throws IOException {
    int port = RealStores.redis().port();

    var outage = RealStores.redis().killed();

    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).hasMessageContaining("refused");
    outage.close();
    try (var redis = new Socket("127.0.0.1", port)) {
      assertThat(ping(redis)).isEqualTo(pong());
    }
  }

  private static byte[] ping(Socket redis) throws IOException {
    redis.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
    return redis.getInputStream().readNBytes(7);
  }

  private static byte[] pong() {
    return "+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
  }
}
