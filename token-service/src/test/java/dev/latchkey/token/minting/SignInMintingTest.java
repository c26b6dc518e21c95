package dev.latchkey.token.minting;

import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.internally;
import static dev.latchkey.token.Tokens.introspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.ServiceCalls;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A command line that somebody let in with a browser. */
@QuarkusTest
class SignInMintingTest {

  private static final String PATH = "/internal/sign-ins";

  @Inject OriginSeal origins;

  @Test
  void it_is_a_sign_in_for_everything_and_for_thirty_days() {
    var account = anAccount();

    var answer = mint(account, UUID.randomUUID(), 3);

    answer.then().statusCode(201).header("Cache-Control", "no-store");
    var known = introspect(answer.path("token"));
    assertThat(known.getString("kind")).isEqualTo("login_authorization");
    assertThat(known.getString("scope")).isEqualTo("global");
    assertThat(known.getInt("epoch")).isEqualTo(3);
    // The browser's factor is no fresh one of the command line; it may switch two-factor off.
    assertThat(known.getString("factorAt")).isNull();
    assertThat(known.getString("anyFactorAt")).isNotNull();
    assertThat(known.getString("parent")).isNull();
    assertThat(
            Rows.of(
                "select extract(epoch from expires_at - created_at)::bigint from authorizations"
                    + " where account = '"
                    + account
                    + "'"))
        .containsExactly(String.valueOf(Duration.ofDays(30).toSeconds()));
  }

  @Test
  void it_is_said_with_where_the_command_line_is() {
    var account = anAccount();
    mint(account, UUID.randomUUID(), 0).then().statusCode(201);

    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      var said = log.await(AuthorizationCreated.class, account);
      assertThat(said.signIn()).isTrue();
      assertThat(origins.open(account, said.origin()))
          .isEqualTo(new Origin("192.0.2.7", "a command line"));
    }
  }

  @Test
  void it_is_made_once_however_many_ask_at_once() throws Exception {
    var account = anAccount();
    var id = UUID.randomUUID();

    try (var crowd = Executors.newFixedThreadPool(8)) {
      var statuses =
          crowd
              .invokeAll(
                  IntStream.range(0, 16)
                      .<Callable<Integer>>mapToObj(i -> () -> mint(account, id, 0).statusCode())
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();

      assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }
    assertThat(Rows.authorizations(account)).isEqualTo(1);
  }

  @Test
  void an_epoch_that_has_passed_makes_nothing() {
    var account = anAccount();
    mint(account, UUID.randomUUID(), 2).then().statusCode(201);

    mint(account, UUID.randomUUID(), 1)
        .then()
        .statusCode(409)
        .body("id", equalTo("security_changed"));

    assertThat(Rows.authorizations(account)).isEqualTo(1);
  }

  @Test
  void only_auth_service_may_ask() {
    var account = anAccount();
    var port = Integer.getInteger("latchkey.internal.actual-port");

    for (var caller : new String[] {"mfa-service", "notification-service", "gateway", "git"}) {
      RestAssured.given()
          .baseUri("http://127.0.0.1")
          .port(port)
          .header("Authorization", ServiceCalls.header(caller, Owner.TOKEN.service()))
          .contentType("application/json")
          .body(wish(account, UUID.randomUUID(), 0, "a test"))
          .post(PATH)
          .then()
          .statusCode(403);
    }
    assertThat(Rows.authorizations(account)).isZero();
  }

  @Test
  void a_wish_that_lacks_something_is_refused() {
    var account = anAccount();
    var whole = wish(account, UUID.randomUUID(), 0, "a test");

    for (var broken :
        new String[] {
          "{}",
          "null",
          whole.replace("\"account\"", "\"nobody\""),
          whole.replace("\"id\"", "\"no\""),
          whole.replace("\"origin\"", "\"nowhere\""),
          whole.replace("a test", ""),
          whole.replace("a test", "x".repeat(256))
        }) {
      var status = internally().body(broken).post(PATH).statusCode();
      assertThat(status).as(broken).isBetween(400, 422);
    }
    assertThat(Rows.authorizations(account)).isZero();
  }

  private static Response mint(AccountId account, UUID id, int epoch) {
    return internally().body(wish(account, id, epoch, "a test")).post(PATH);
  }

  private static String wish(AccountId account, UUID id, int epoch, String description) {
    return """
    {"id":"%s","account":"%s","epoch":%d,"factorAt":"2026-11-21T12:00:00Z",
     "description":"%s","origin":{"ip":"192.0.2.7","client":"a command line"}}
    """
        .formatted(id, account, epoch, description);
  }
}
