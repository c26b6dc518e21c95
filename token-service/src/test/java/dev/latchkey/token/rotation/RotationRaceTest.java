package dev.latchkey.token.rotation;

import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.rotate;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotationRaceTest {

  private static final int AT_ONCE = 8;

  @Test
  void of_many_at_once_exactly_one_answered_token_lives() {
    var alice = anAccount();
    var one = mint(session(alice));

    var answered =
        atOnce(() ->
            new Minted(rotate(session(alice), one.id()).statusCode(200).extract().jsonPath()));

    assertThat(answered).filteredOn(token -> active(token)).hasSize(1);
    assertThat(active(one)).isFalse();
  }

  @Test
  void a_token_that_rotates_itself_many_times_at_once_does_so_once() {
    var alice = anAccount();
    var one = mint(session(alice));

    var statuses = atOnce(() -> rotate(bearer(alice, one), one.id()).extract().statusCode());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(AT_ONCE - 1);
  }

  @Test
  void nothing_that_the_old_token_makes_at_the_same_time_survives() {
    var alice = anAccount();
    var leaked = mint(session(alice));
    var turn = new AtomicInteger();

    var _ =
        atOnce(() ->
            turn.getAndIncrement() == AT_ONCE / 2
                ? rotate(session(alice), leaked.id()).extract().statusCode()
                : ask(bearer(alice, leaked), "{}").extract().statusCode());

    assertThat(Rows.count("authorizations where ended_at is null and account = '" + alice + "'"))
        .isEqualTo(1);
  }

  private static <T> List<T> atOnce(Callable<T> request) {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < AT_ONCE; i++) {
        running.add(crowd.submit(request));
      }
      var answers = new ArrayList<T>();
      for (var answer : running) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
