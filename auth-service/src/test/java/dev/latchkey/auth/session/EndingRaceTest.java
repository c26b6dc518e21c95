package dev.latchkey.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.auth.UncommittedStatement;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A thief renews the token of a session again and again while its owner ends it. */
@QuarkusTest
class EndingRaceTest {

  private static final String ADD =
      "insert into ended_session (id, account_id, forget_after) values (?, ?, now() + interval '1 day')";

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void a_session_that_got_a_new_token_while_it_was_ended_is_over() throws Exception {
    var alice = people.signedUp();
    var here = alice.session();
    var stolen = alice.signIn();

    try (var sameRow = ended(alice, stolen.path("id"));
        var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var end = gateway.call("DELETE", "/oauth/sessions/" + stolen.path("id")).bearer(here);
      var ending = thread.submit(end::send);
      sameRow.isWaitedFor();
      var renewed = renewal(stolen.path("token")).send().<String>path("token");
      assertThat(alice.account(renewed).statusCode()).isEqualTo(200);
      sameRow.rollBack();

      assertThat(ending.get().statusCode()).isEqualTo(200);
      assertThat(alice.account(renewed).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_session_whose_end_is_on_record_gets_no_new_token() throws Exception {
    var alice = people.signedUp();
    var stolen = alice.signIn();

    try (var onRecord = ended(alice, stolen.path("id"))) {
      onRecord.commit();
    }

    assertThat(renewal(stolen.path("token")).send().statusCode()).isEqualTo(401);
    assertThat(alice.account(stolen.path("token")).statusCode()).isEqualTo(401);
  }

  private TestGateway.Call renewal(String token) {
    return gateway.call("POST", "/sessions/~/actions/renew").bearer(token);
  }

  private static UncommittedStatement ended(TestPerson whose, String session) throws Exception {
    return UncommittedStatement.of(ADD, UUID.fromString(session), whose.id().value());
  }
}
