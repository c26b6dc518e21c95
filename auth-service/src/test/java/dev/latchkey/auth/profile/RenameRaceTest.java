package dev.latchkey.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.auth.UncommittedStatement;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A new name needs no password: a thief may send one after the other. */
@QuarkusTest
class RenameRaceTest {

  @Inject People people;
  @Inject TestGateway gateway;

  /** The row was read before the owner's new password was committed, and is written after it. */
  @Test
  void a_new_name_does_not_bring_back_the_password_that_was_replaced_meanwhile() throws Exception {
    var alice = people.signedUp();
    var here = alice.session();
    var rename = gateway.call("PATCH", "/account").bearer(here).json("{\"name\":\"Alice\"}");

    try (var change =
            UncommittedStatement.of(
                "update account set password_hash = 'the new one' where id = ?",
                alice.id().value());
        var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var renamed = thread.submit(rename::send);
      change.isWaitedFor();
      change.commit();

      assertThat(renamed.get().<String>path("name")).isEqualTo("Alice");
    }

    assertThat(passwordHash(alice)).isEqualTo("the new one");
  }

  private static String passwordHash(TestPerson person) throws SQLException {
    try (var connection = RealStores.database("auth");
        var query = connection.prepareStatement("select password_hash from account where id = ?")) {
      query.setObject(1, person.id().value());
      var row = query.executeQuery();
      row.next();
      return row.getString(1);
    }
  }
}
