package dev.latchkey.token.rotation;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.anAccountOutOfReach;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.rotate;
import static dev.latchkey.token.Tokens.session;
import static dev.latchkey.token.Tokens.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRotated;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotationTest {

  @Test
  void the_id_stays_and_the_old_token_is_dead() {
    var alice = anAccount();
    var old = mint(session(alice), "{\"description\":\"Codespaces\",\"scope\":[\"read\"]}");

    var answer = rotate(session(alice), old.id()).statusCode(200).extract();
    var fresh = new Minted(answer.jsonPath());

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(fresh.id()).isEqualTo(old.id());
    assertThat(fresh.tokenId()).isNotEqualTo(old.tokenId());
    assertThat(fresh.json().getString("description")).isEqualTo("Codespaces");
    assertThat(fresh.json().getList("scope")).containsExactly("read");
    assertThat(active(old)).isFalse();
    assertThat(introspect(fresh.text()).getString("authorization")).isEqualTo(old.id().toString());
  }

  @Test
  void the_end_stays_and_is_answered_as_the_seconds_that_are_left() {
    var alice = anAccount();
    var old = mint(session(alice), "{\"expires_in\":600}");
    var end = introspect(old.text()).getString("expiresAt");

    var fresh = new Minted(rotate(session(alice), old.id()).statusCode(200).extract().jsonPath());

    assertThat(fresh.json().getInt("access_token.expires_in")).isBetween(590, 600);
    assertThat(introspect(fresh.text()).getString("expiresAt")).isEqualTo(end);
  }

  @Test
  void what_the_old_token_made_ends_with_it() {
    var alice = anAccount();
    var leaked = mint(session(alice));
    var byThief = mint(bearer(alice, leaked));
    var further = mint(bearer(alice, byThief));
    var signIn = mint(bearer(alice, leaked).asPassword());
    var other = mint(session(alice));

    rotate(session(alice), leaked.id()).statusCode(200);

    assertThat(active(byThief)).isFalse();
    assertThat(active(further)).isFalse();
    assertThat(active(signIn)).isFalse();
    assertThat(active(other)).isTrue();
  }

  /** Else a sign-in in between would keep a thief's tokens from ending with the stolen one. */
  @Test
  void also_what_was_made_through_a_sign_in_with_it() {
    var alice = anAccount();
    var leaked = mint(session(alice));
    var signIn = mint(bearer(alice, leaked).asPassword());
    var nested = mint(signedIn(alice, signIn).asPassword());
    var byThief = mint(signedIn(alice, nested));
    var further = mint(bearer(alice, byThief));

    rotate(session(alice), leaked.id()).statusCode(200);

    assertThat(active(nested)).isFalse();
    assertThat(active(byThief)).isFalse();
    assertThat(active(further)).isFalse();
  }

  @Test
  void of_a_sign_in_other_sign_ins_end_and_explicit_ones_stay() {
    var alice = anAccount();
    var signIn = mint(password(alice));
    var explicit = mint(signedIn(alice, signIn));
    var nested = mint(signedIn(alice, signIn).asPassword());

    rotate(session(alice), signIn.id()).statusCode(200);

    assertThat(active(signIn)).isFalse();
    assertThat(active(nested)).isFalse();
    assertThat(active(explicit)).isTrue();
  }

  @Test
  void who_came_with_the_token_before_makes_and_rotates_nothing_any_more() {
    var alice = anAccount();
    var leaked = mint(session(alice));
    var passedTheEdgeBefore = bearer(alice, leaked);
    rotate(session(alice), leaked.id()).statusCode(200);

    ask(passedTheEdgeBefore, "{}").statusCode(401);
    ask(passedTheEdgeBefore.asPassword(), "{}").statusCode(401);
    rotate(passedTheEdgeBefore, leaked.id()).statusCode(401);

    assertThat(Rows.authorizations(alice)).isEqualTo(1);
  }

  @Test
  void a_token_rotates_itself_and_goes_on_with_the_new_one() {
    var alice = anAccount();
    var old = mint(session(alice));

    var fresh =
        new Minted(rotate(bearer(alice, old), old.id()).statusCode(200).extract().jsonPath());

    ask(bearer(alice, fresh), "{}").statusCode(201);
    assertThat(active(old)).isFalse();
  }

  @Test
  void a_narrow_token_rotates_nothing_not_even_itself() {
    var alice = anAccount();
    var narrow = mint(session(alice), "{\"scope\":[\"write\"]}");
    var other = mint(session(alice));
    var person = bearer(alice, narrow).scopes(Scope.WRITE);

    rotate(person, narrow.id()).statusCode(403).body("id", equalTo("forbidden"));
    rotate(person, other.id()).statusCode(403);

    assertThat(active(narrow)).isTrue();
    assertThat(active(other)).isTrue();
  }

  @Test
  void a_token_that_ends_does_not_rotate_one_that_ends_later() {
    var alice = anAccount();
    var hour = mint(session(alice), "{\"expires_in\":3600}");
    var day = mint(session(alice), "{\"expires_in\":86400}");
    var forEver = mint(session(alice));
    var minute = mint(session(alice), "{\"expires_in\":60}");
    var person = bearer(alice, hour);

    rotate(person, day.id()).statusCode(403).body("id", equalTo("forbidden"));
    rotate(person, forEver.id()).statusCode(403);
    rotate(person, minute.id()).statusCode(200);
    rotate(bearer(alice, forEver), day.id()).statusCode(200);

    assertThat(active(forEver)).isTrue();
  }

  @Test
  void with_two_factor_on_a_fresh_second_factor_is_needed() {
    var alice = anAccount();
    var one = mint(session(alice));

    rotate(session(alice).twoFactor(true), one.id())
        .statusCode(403)
        .body("id", equalTo("two_factor"));

    assertThat(active(one)).isTrue();
  }

  @Test
  void a_caller_of_an_old_epoch_rotates_nothing() {
    var alice = anAccount();
    var one = mint(session(alice).epoch(5));

    rotate(session(alice).epoch(4), one.id())
        .statusCode(409)
        .body("id", equalTo("security_changed"));

    assertThat(active(one)).isTrue();
  }

  @Test
  void other_peoples_dead_and_malformed_ids_are_one_answer() {
    var alice = anAccount();
    var bobs = mint(session(anAccount()));

    missing(session(alice), bobs.id().toString());
    missing(session(alice), UUID.randomUUID().toString());
    missing(session(alice), "no-id");

    assertThat(active(bobs)).isTrue();
  }

  @Test
  void nothing_is_rotated_while_the_address_is_not_known() {
    var alice = anAccountOutOfReach();
    var unknown = UUID.randomUUID();

    rotate(apiKey(alice), unknown).statusCode(503);
  }

  @Test
  void says_that_it_has_a_new_token_and_what_ended() {
    var alice = anAccount();
    var one = mint(session(alice));
    var child = mint(bearer(alice, one));

    rotate(session(alice), one.id()).statusCode(200);

    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      assertThat(log.await(AuthorizationRotated.class, alice).authorization())
          .isEqualTo(new AuthorizationId(one.id()));
      assertThat(log.all(AuthorizationRevoked.class, alice, Duration.ofSeconds(1)))
          .extracting(AuthorizationRevoked::authorization)
          .containsExactly(new AuthorizationId(child.id()));
    }
  }

  private static void missing(TestIdentity person, String id) {
    var path = PATH + "/" + id + "/actions/regenerate-tokens";
    as(person.stepUp(Verb.POST, path))
        .post(path)
        .then()
        .statusCode(404)
        .body("resource", equalTo("authorization"));
  }
}
