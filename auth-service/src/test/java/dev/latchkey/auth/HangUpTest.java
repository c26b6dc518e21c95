package dev.latchkey.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * A gateway gives a slow answer up after some seconds and hangs up. If that cancelled what was
 * begun, every such caller would take a connection to PostgreSQL along, and with it the locks of an
 * open transaction, until none is left.
 */
@QuarkusTest
class HangUpTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @Inject People people;
  @Inject TestGateway gateway;

  @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
  int pool;

  @Test
  void callers_who_hang_up_take_no_connection_along() throws Exception {
    var alice = people.signedUp();
    var here = alice.session();
    var change = gateway.call("PATCH", "/account").bearer(here);
    try (var lock = RealStores.database("auth");
        var watch = RealStores.database("auth")) {
      lock.setAutoCommit(false);
      holdAccount(lock, alice);
      var callers = callers(change);
      await().atMost(SOON).until(() -> waiting(watch) == pool);

      for (var caller : callers) {
        caller.close();
      }
      // Nothing tells when the service has noticed.
      await().pollDelay(Duration.ofMillis(500)).until(() -> true);
      lock.rollback();
    }

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(alice.account(here).<String>path("name")).isEqualTo("changed"));
  }

  private static void holdAccount(Connection lock, TestPerson person) throws SQLException {
    try (var hold = lock.prepareStatement("select 1 from account where id = ? for update")) {
      hold.setObject(1, person.id().value());
      hold.executeQuery();
    }
  }

  /** One for each connection of the pool. Nobody reads what they are answered. */
  private List<Socket> callers(TestGateway.Call call) throws IOException {
    var callers = new ArrayList<Socket>();
    for (int i = 0; i < pool; i++) {
      var caller = new Socket("127.0.0.1", RestAssured.port);
      caller.getOutputStream().write(change(call).getBytes(US_ASCII));
      callers.add(caller);
    }
    return callers;
  }

  private static String change(TestGateway.Call call) {
    var body = "{\"name\":\"changed\"}";
    return String.join(
        "\r\n",
        "PATCH /account HTTP/1.1",
        "Host: auth-service",
        "Content-Type: application/json",
        "Content-Length: " + body.length(),
        "X-Forwarded-For: 198.51.100.7",
        Headers.IDENTITY + ": " + call.atEdge().header(Headers.IDENTITY),
        "",
        body);
  }

  private static int waiting(Connection database) throws SQLException {
    try (var query =
        database.prepareStatement(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)) {
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
