package dev.latchkey.token.exchange;

import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.ask;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.token.Applications.App;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExchangeRaceTest {

  private static final int CROWD = 30;
  private static final int QUEUE = 4;

  @Test
  void one_code_in_thirty_exchanges_gives_one_client_one_pair_of_tokens() {
    var app = anApp();
    var code = code(anAccount(), app);

    var answers = crowd(CROWD, () -> redeem(app, code));

    exactlyOne(answers, app, 1);
  }

  @Test
  void one_refresh_token_in_thirty_requests_is_exchanged_once() {
    var app = anApp();
    var first = held(anAccount(), app);

    var answers = crowd(CROWD, () -> refresh(app, first.refresh()));

    exactlyOne(answers, app, 2);
  }

  @Test
  void a_double_submit_costs_nobody_anything() {
    var alice = anAccount();
    var app = anApp();
    var code = code(alice, app);

    var answers = atTheSameMoment(alice, () -> redeem(app, code));

    var winner = held(won(answers));
    assertThat(active(winner.access())).isTrue();
    var again = atTheSameMoment(alice, () -> refresh(app, winner.refresh()));
    assertThat(active(held(won(again)).access())).isTrue();
  }

  @Test
  void who_was_overtaken_and_comes_back_is_taken_for_a_thief() {
    var alice = anAccount();
    var app = anApp();
    var code = code(alice, app);
    var winner = held(won(atTheSameMoment(alice, () -> redeem(app, code))));

    redeem(app, code).statusCode(400);

    assertThat(active(winner.access())).isFalse();
  }

  @Test
  void a_client_that_is_removed_while_it_exchanges_keeps_nothing() {
    for (int round = 0; round < 5; round++) {
      var owner = session(anAccount());
      var app = anApp(owner);
      var codes = IntStream.range(0, 6).mapToObj(i -> code(anAccount(), app)).toList();
      var requests = new ArrayList<Supplier<ValidatableResponse>>();
      codes.forEach(code -> requests.add(() -> redeem(app, code)));
      requests.add(3, () -> ask(owner, Verb.DELETE, app.path(), null));

      var answers = run(requests);

      assertThat(answers).allMatch(answer -> List.of(200, 400, 401, 503).contains(status(answer)));
      // What a slow machine answered before it was done is swept.
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              Rows.count(
                      "authorizations where ended_at is null and client = '"
                          + app.id()
                          + "'"
                          + " and expires_at > now()")
                  == 0);
    }
  }

  @Test
  void a_secret_that_is_rotated_while_it_is_used_gives_tokens_before_or_not_at_all() {
    var owner = session(anAccount());
    var app = anApp(owner);
    var codes = IntStream.range(0, 8).mapToObj(i -> code(anAccount(), app)).toList();
    var requests = new ArrayList<Supplier<ValidatableResponse>>();
    codes.forEach(code -> requests.add(() -> redeem(app, code)));
    requests.add(4, () -> ask(owner, Verb.POST, app.path() + "/actions/rotate-credentials", null));

    var answers = run(requests);

    assertThat(answers).allMatch(answer -> List.of(200, 401, 503).contains(status(answer)));
    redeem(app, code(anAccount(), app)).statusCode(401);
  }

  /** Requests that all have come in before the first of them is served. */
  private static List<ValidatableResponse> atTheSameMoment(
      AccountId account, Supplier<ValidatableResponse> request) {
    try (var connection = RealStores.database("token");
        var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      hold(connection, account);
      var answers =
          IntStream.range(0, QUEUE)
              .mapToObj(i -> CompletableFuture.supplyAsync(request, crowd))
              .toList();
      Awaitility.await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(Duration.ofSeconds(10))
          .until(() ->
              Rows.count("pg_stat_activity where wait_event_type = 'Lock' and usename = 'token'")
                  >= QUEUE);
      connection.rollback();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hold(Connection connection, AccountId account) throws SQLException {
    connection.setAutoCommit(false);
    try (var lock =
        connection.prepareStatement("select 1 from account_epoch where account = ? for update")) {
      lock.setObject(1, account.value());
      lock.execute();
    }
  }

  private static ValidatableResponse won(List<ValidatableResponse> answers) {
    assertThat(answers).filteredOn(answer -> status(answer) == 400).hasSize(QUEUE - 1);
    return answers.stream().filter(answer -> status(answer) == 200).findFirst().orElseThrow();
  }

  /** Whom a slow machine has told 503 may have been the one: what was given is in the table. */
  private static void exactlyOne(List<ValidatableResponse> answers, App app, int refreshTokens) {
    var statuses = answers.stream().map(ExchangeRaceTest::status).toList();
    assertThat(statuses).isSubsetOf(200, 400, 503);
    assertThat(statuses).filteredOn(status -> status == 200).hasSizeLessThanOrEqualTo(1);
    var given = "oauth_refresh_token where client = '" + app.id() + "'";
    Awaitility.await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(20))
        .until(() -> Rows.count(given) == refreshTokens);
  }

  private static List<ValidatableResponse> crowd(int size, Supplier<ValidatableResponse> request) {
    return run(IntStream.range(0, size).mapToObj(i -> request).toList());
  }

  private static List<ValidatableResponse> run(List<Supplier<ValidatableResponse>> requests) {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          requests.stream().map(request -> CompletableFuture.supplyAsync(request, crowd)).toList();
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  private static int status(ValidatableResponse answer) {
    return answer.extract().statusCode();
  }
}
