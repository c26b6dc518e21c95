package dev.latchkey.token.authorization;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static dev.latchkey.token.Tokens.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorizationTest {

  @Inject MovableClock clock;

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @Test
  void a_person_lists_all_of_the_account_redacted_and_newest_first() {
    var alice = anAccount();
    var first = mint(session(alice));
    var second = mint(password(alice));
    var bobs = mint(session(anAccount()));

    as(session(alice))
        .get(PATH)
        .then()
        .statusCode(200)
        .body("id", contains(second.id().toString(), first.id().toString()))
        .body("access_token.token", everyItem(containsString("**********")))
        .body("user.email", everyItem(equalTo("alice@example.com")));
    assertThat(active(bobs)).isTrue();
  }

  @Test
  void a_narrow_token_sees_and_ends_itself_alone() {
    var alice = anAccount();
    var other = mint(session(alice));
    var narrow = mint(session(alice), "{\"scope\":[\"read\"]}");
    var itself = bearer(alice, narrow).scopes(Scope.READ);

    as(itself).get(PATH).then().statusCode(200).body("id", contains(narrow.id().toString()));
    as(itself).get(PATH + "/" + narrow.id()).then().statusCode(200);
    isMissing(itself, other.id().toString());
    as(itself).delete(PATH + "/" + other.id()).then().statusCode(404);
    as(itself).delete(PATH + "/" + narrow.id()).then().statusCode(200);

    assertThat(active(other)).isTrue();
    assertThat(active(narrow)).isFalse();
  }

  @Test
  void other_peoples_authorizations_are_not_there() {
    var alices = mint(session(anAccount()));
    var bob = session(anAccount());

    isMissing(bob, alices.id().toString());
    as(bob)
        .delete(PATH + "/" + alices.id())
        .then()
        .statusCode(404)
        .body("resource", equalTo("authorization"));

    assertThat(active(alices)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "no-id", "1", "%20", "a.b"})
  void an_id_that_there_is_not_is_not_found(String id) {
    var bob = session(anAccount());

    isMissing(bob, id);
    as(bob).urlEncodingEnabled(false).delete(PATH + "/" + id).then().statusCode(404);
  }

  @Test
  void ending_answers_what_was_ended_and_happens_once() {
    var alice = anAccount();
    var made = mint(session(alice), "{\"description\":\"Codespaces\"}");

    as(session(alice))
        .delete(PATH + "/" + made.id())
        .then()
        .statusCode(200)
        .body("description", equalTo("Codespaces"))
        .body("access_token.token", containsString("**********"));

    as(session(alice)).delete(PATH + "/" + made.id()).then().statusCode(404);
    as(session(alice)).get(PATH).then().body("", hasSize(0));
    assertThat(active(made)).isFalse();
    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      var revoked = log.await(AuthorizationRevoked.class, alice);
      assertThat(revoked.authorization()).isEqualTo(new AuthorizationId(made.id()));
      assertThat(log.all(AuthorizationRevoked.class, alice, Duration.ofSeconds(1))).hasSize(1);
    }
  }

  @Test
  void a_standing_token_takes_what_it_made_with_it() {
    var alice = anAccount();
    var parent = mint(session(alice));
    var child = mint(bearer(alice, parent));
    var grandchild = mint(bearer(alice, child));
    var other = mint(session(alice));

    as(session(alice)).delete(PATH + "/" + parent.id()).then().statusCode(200);

    assertThat(active(child)).isFalse();
    assertThat(active(grandchild)).isFalse();
    assertThat(active(other)).isTrue();
  }

  @Test
  void what_was_made_on_the_command_line_outlives_its_logout() {
    var alice = anAccount();
    var signIn = mint(password(alice));
    var made = mint(signedIn(alice, signIn), "{\"description\":\"Codespaces\"}");

    as(signedIn(alice, signIn)).delete(PATH + "/" + signIn.id()).then().statusCode(200);

    assertThat(active(signIn)).isFalse();
    assertThat(active(made)).isTrue();
  }

  @Test
  void an_expired_one_is_not_there() {
    var alice = anAccount();
    var made = mint(session(alice), "{\"expires_in\":60}");
    assertThat(left(alice, made)).isBetween(55, 60);

    clock.advance(Duration.ofSeconds(30));
    assertThat(left(alice, made)).isBetween(25, 30);
    clock.advance(Duration.ofSeconds(31));

    isMissing(session(alice), made.id().toString());
    as(session(alice)).get(PATH).then().body("", hasSize(0));
    assertThat(active(made)).isFalse();
  }

  @Test
  void heroku_clients_may_ask_in_their_own_words() {
    as(session(anAccount()))
        .header("Accept", "application/vnd.heroku+json; version=3")
        .header("Range", "id ..; max=1000")
        .get(PATH)
        .then()
        .statusCode(200);
  }

  @Test
  void other_methods_are_refused() {
    var alice = session(anAccount());

    as(alice).put(PATH).then().statusCode(405).body("id", equalTo("method_not_allowed"));
    as(alice).body("{}").post(PATH + "/" + UUID.randomUUID()).then().statusCode(405);
    as(alice).get(PATH + "/~").then().statusCode(404);
    as(alice).get("/internal/introspect").then().statusCode(404);
  }

  private static int left(AccountId account, Minted made) {
    return as(session(account))
        .get(PATH + "/" + made.id())
        .jsonPath()
        .getInt("access_token.expires_in");
  }

  private static void isMissing(TestIdentity person, String id) {
    as(person)
        .urlEncodingEnabled(false)
        .get(PATH + "/" + id)
        .then()
        .statusCode(404)
        .body("id", equalTo("not_found"))
        .body("resource", equalTo("authorization"));
  }
}
