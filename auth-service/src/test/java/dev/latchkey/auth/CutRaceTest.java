package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A sign-in that checked the password before a cut and finishes after it opens nothing. The order
 * is not left to chance: mfa-service, which is asked right after the password, answers only when
 * the cut has committed.
 */
@QuarkusTest
@Tag("attack-48")
class CutRaceTest {

  private static final int ROUNDS = Integer.getInteger("latchkey.race.rounds", 60);
  private static final int MOST_SPOILT = 5;

  @Inject People people;
  @Inject TestGateway gateway;

  /** What overtakes the sign-in. */
  private enum Cut {
    SIGN_OUT_ELSEWHERE,
    TWO_FACTOR_ENABLED,
    PASSWORD_CHANGED
  }

  /** The account between two rounds. */
  private record Owners(TestPerson person, String token, String session, String password) {}

  @Test
  void no_session_survives_a_cut_that_overtook_its_sign_in() throws Exception {
    var alice = people.signedUp();
    var first = alice.signIn();
    var here = new Owners(alice, first.path("token"), first.path("id"), People.PASSWORD);
    var overtaken = new EnumMap<Cut, Integer>(Cut.class);

    int round = 0;
    for (int counted = 0; counted < ROUNDS; round++) {
      // A machine that stands still for seconds spoils a round; the round is made again.
      assertThat(round - counted).as("spoilt rounds").isLessThanOrEqualTo(MOST_SPOILT);
      var cut = Cut.values()[round % Cut.values().length];
      var answer = overtakenSignIn(here, cut, "words for round number " + round);
      here = afterwards(here, cut, round);
      if (answer.isPresent()) {
        assertDead(alice, answer.get());
        overtaken.merge(cut, 1, Integer::sum);
        counted++;
      }
    }

    assertThat(overtaken.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
    assertThat(epoch(alice)).isEqualTo(1 + round);
    assertThat(alice.account(here.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_sign_in_that_the_edge_let_pass_before_a_cut_opens_nothing_after_it() {
    var alice = people.signedUp();
    var here = alice.session();
    var signIn = gateway.call("POST", "/sessions").basic(alice.email(), People.PASSWORD);
    var identity = signIn.atEdge().header(Headers.IDENTITY);
    assertThat(identity).isNotEmpty();
    gateway.call("DELETE", "/oauth/sessions").bearer(here).send().then().statusCode(200);

    var answer = signIn.forward(identity);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void a_challenge_from_before_a_cut_opens_nothing_after_it() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.hasSecondFactor();
    var challenge = alice.signIn().<String>path("challenge.id");
    assertThat(challenge).isNotEmpty();
    gateway.call("DELETE", "/oauth/sessions").bearer(here).send().then().statusCode(200);

    var answer =
        gateway
            .call("POST", "/sessions")
            .with(Headers.CHALLENGE, challenge)
            .code(TestPerson.RIGHT_CODE)
            .send();

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  /** Refused, or dead on arrival. */
  private static void assertDead(TestPerson person, Response answer) {
    assertThat(answer.statusCode()).isIn(201, 401);
    if (answer.statusCode() == 201) {
      assertThat(person.account(answer.path("token")).statusCode()).isEqualTo(401);
    }
  }

  /** What the sign-in is told; nothing when it could not wait for the cut. */
  private Optional<Response> overtakenSignIn(Owners here, Cut cut, String next) throws Exception {
    var gate = new Gate();
    here.person().waitsAt(gate);
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var signIn = thread.submit(() -> signIn(here));
      assertThat(gate.hasSomebodyWaiting()).as("the password was right").isTrue();
      int before = epoch(here.person());

      assertThat(make(cut, here, next, before).statusCode()).isEqualTo(200);

      assertThat(epoch(here.person())).isEqualTo(before + 1);
      gate.open();
      // The gate lets nobody pass before; after some seconds it sends them away, which is a 503.
      return Optional.of(signIn.get()).filter(answer -> answer.statusCode() != 503);
    } finally {
      gate.open();
    }
  }

  private Response make(Cut cut, Owners here, String next, int epoch) {
    return switch (cut) {
      case SIGN_OUT_ELSEWHERE ->
          gateway.call("DELETE", "/oauth/sessions").bearer(here.token()).send();
      case TWO_FACTOR_ENABLED -> news(here, epoch);
      case PASSWORD_CHANGED ->
          gateway
              .call("PATCH", "/account")
              .bearer(here.token())
              .json(
                  "{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(here.password(), next))
              .send();
    };
  }

  private Response news(Owners here, int epoch) {
    return gateway
        .internal(Owner.MFA)
        .body(
            """
            {"eventId":"%s","change":"TWO_FACTOR_ENABLED","account":"%s","keptSession":"%s",
             "epoch":%d,"at":"2026-11-21T10:00:00Z","origin":{"ip":"192.0.2.1","client":"a test"}}
            """
                .formatted(UUID.randomUUID(), here.person().id(), here.session(), epoch))
        .post("/internal/cascades");
  }

  private Owners afterwards(Owners here, Cut cut, int round) {
    var password =
        cut == Cut.PASSWORD_CHANGED ? "words for round number " + round : here.password();
    return new Owners(here.person(), here.token(), here.session(), password);
  }

  private Response signIn(Owners here) {
    return gateway.call("POST", "/sessions").basic(here.person().email(), here.password()).send();
  }

  private static int epoch(TestPerson person) throws SQLException {
    try (var connection = RealStores.database("auth");
        var query = connection.prepareStatement("select epoch from account where id = ?")) {
      query.setObject(1, person.id().value());
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
