package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EpochTest {

  @Inject People people;

  /** Only the bell can tell so soon: the copy in Redis would be believed for a minute. */
  @Test
  void a_rise_that_another_replica_committed_is_heard_though_that_replica_died() throws Exception {
    var alice = people.signedUp();
    var session = alice.session();
    assertThat(alice.account(session).statusCode()).isEqualTo(200);

    raiseAsAnotherReplicaWould(alice);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> alice.account(session).statusCode(), equalTo(401));
  }

  private static void raiseAsAnotherReplicaWould(TestPerson person) throws SQLException {
    try (var connection = RealStores.database("auth");
        var raise =
            connection.prepareStatement(
                """
                with raised as (
                  update account set epoch = epoch + 1, kept_session = null where id = ?
                  returning id)
                select pg_notify('epoch', id::text) from raised
                """)) {
      raise.setObject(1, person.id().value());
      raise.execute();
    }
  }
}
