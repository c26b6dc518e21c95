package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A sign-in that checked the password before a cut and finishes after it: whatever the order, no
 * session is alive afterwards that was not authenticated after the cut.
 */
@QuarkusTest
class CutRaceTest {

  private static final int ROUNDS = Integer.getInteger("latchkey.race.rounds", 20);
  private static final int SIGN_INS = 4;

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void no_session_survives_a_cut_that_overtook_its_sign_in() throws Exception {
    var alice = people.signedUp();
    var password = People.PASSWORD;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        var keeper = signIn(alice, password).<String>path("token");
        var next = "words for round number " + round;

        var racing = race(threads, alice, keeper, password, next);

        // All of them were authenticated with the old password, so all of them must be dead.
        assertThat(racing).allMatch(token -> alice.account(token).statusCode() == 401);
        password = next;
      }
    }
  }

  private List<String> race(
      ExecutorService threads, TestPerson person, String keeper, String old, String next)
      throws InterruptedException, ExecutionException {
    var signIns =
        IntStream.range(0, SIGN_INS)
            .mapToObj(i -> threads.submit(() -> signIn(person, old)))
            .toList();
    var change = threads.submit(() -> changed(keeper, old, next));
    assertThat(change.get()).isEqualTo(200);
    return tokens(signIns);
  }

  /** Changes the password; asks again while the hashing is busy with the sign-ins. */
  private int changed(String keeper, String old, String next) {
    int status = 503;
    for (int attempt = 0; attempt < 50 && status == 503; attempt++) {
      status =
          gateway
              .call("PATCH", "/account")
              .bearer(keeper)
              .json("{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, next))
              .send()
              .statusCode();
    }
    return status;
  }

  private static List<String> tokens(List<Future<Response>> signIns)
      throws InterruptedException, ExecutionException {
    var tokens = new ArrayList<String>();
    for (var signIn : signIns) {
      if (signIn.get().statusCode() == 201) {
        tokens.add(signIn.get().path("token"));
      }
    }
    return tokens;
  }

  private Response signIn(TestPerson person, String password) {
    return gateway.call("POST", "/sessions").basic(person.email(), password).send();
  }
}
