package dev.latchkey.token.minting;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static dev.latchkey.token.Tokens.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.token.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MintingTest {

  @Test
  @Tag("attack-58")
  void a_session_makes_an_explicit_authorization_that_is_shown_once() {
    var alice = anAccount();

    var made =
        mint(
            session(alice),
            """
            {"description":"Codespaces","expires_in":"3600","scope":["read","write"]}
            """);

    var json = made.json();
    assertThat(json.getString("description")).isEqualTo("Codespaces");
    assertThat(json.getList("scope")).containsExactly("read", "write");
    assertThat(json.getInt("access_token.expires_in")).isEqualTo(3600);
    assertThat(json.getString("user.email")).isEqualTo(Tokens.EMAIL);
    assertThat(json.getString("user.id")).isEqualTo(alice.toString());
    assertThat(json.getMap("")).containsKeys("client", "grant", "refresh_token", "session");
    assertThat(json.getString("created_at")).endsWith("Z").isEqualTo(json.getString("updated_at"));
    var known = introspect(made.text());
    assertThat(known.getBoolean("active")).isTrue();
    assertThat(known.getString("kind")).isEqualTo("authorization");
    assertThat(known.getString("scope")).isEqualTo("read write");
    assertThat(known.getString("parent.kind")).isEqualTo("session");
    var redacted = as(session(alice)).get(PATH + "/" + made.id()).jsonPath();
    assertThat(redacted.getString("access_token.token"))
        .startsWith(made.text().substring(0, 11))
        .contains("**********")
        .isNotEqualTo(made.text());
  }

  @Test
  void a_password_makes_a_sign_in_that_ends_after_a_month() {
    var made =
        mint(
            password(anAccount()).epoch(4),
            "{\"description\":\"Heroku CLI login from host\",\"expires_in\":31536000}");

    assertThat(made.json().getInt("access_token.expires_in")).isEqualTo(30 * 24 * 3600);
    assertThat(made.json().getBoolean("sign_in")).isTrue();
    var known = introspect(made.text());
    assertThat(known.getString("kind")).isEqualTo("login_authorization");
    assertThat(known.getInt("epoch")).isEqualTo(4);
    assertThat(known.getString("parent")).isNull();
  }

  @Test
  void an_empty_object_makes_a_global_one_without_an_end() {
    var made = mint(apiKey(anAccount()), "{}");

    assertThat(made.json().getString("description")).isEqualTo("Long-lived user authorization");
    assertThat(made.json().getList("scope")).containsExactly("global");
    assertThat(made.json().getString("access_token.expires_in")).isNull();
    assertThat(made.json().getBoolean("sign_in")).isFalse();
    assertThat(introspect(made.text()).getString("parent.kind")).isEqualTo("api_key");
  }

  @Test
  void a_child_never_outlives_its_parent() {
    var alice = anAccount();
    var parent = mint(session(alice), "{\"expires_in\":600}");
    var signIn = mint(password(alice), "{\"expires_in\":500}");

    var child = mint(bearer(alice, parent), "{\"expires_in\":2592000}");
    var forEver = mint(bearer(alice, parent), "{}");
    var bySignIn = mint(signedIn(alice, signIn), "{}");

    assertThat(child.json().getInt("access_token.expires_in")).isBetween(590, 600);
    assertThat(forEver.json().getInt("access_token.expires_in")).isBetween(590, 600);
    assertThat(bySignIn.json().getInt("access_token.expires_in")).isBetween(490, 500);
  }

  @Test
  void the_second_factor_that_its_maker_showed_is_remembered() {
    var shown = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    var made = mint(session(anAccount()).twoFactor(true).factorAt(shown));

    assertThat(introspect(made.text()).getString("factorAt")).isEqualTo(shown.toString());
    assertThat(introspect(made.text()).getString("anyFactorAt")).isEqualTo(shown.toString());
  }

  @Test
  @Tag("attack-54")
  void a_sign_in_with_a_text_message_is_qualified_but_no_step_up() {
    var made = mint(password(anAccount()).twoFactor(true).qualified(true));

    assertThat(introspect(made.text()).getString("factorAt")).isNull();
    assertThat(introspect(made.text()).getString("anyFactorAt"))
        .isEqualTo(made.json().getString("created_at"));
  }

  @Test
  void who_signs_in_with_a_recovery_code_is_advised_to_set_two_factor_up_anew() {
    var alice = anAccount();
    var signIn = mint(password(alice).proofs(Proof.PASSWORD, Proof.RECOVERY_CODE));
    var later = mint(session(alice).proofs(Proof.PASSWORD, Proof.RECOVERY_CODE));
    var byApp = mint(password(alice).proofs(Proof.PASSWORD, Proof.TOTP));

    assertThat(signIn.json().getList("next")).containsExactly("set_up_two_factor_anew");
    assertThat(later.json().getMap("$")).as("no sign-in").doesNotContainKey("next");
    assertThat(byApp.json().getMap("$")).doesNotContainKey("next");
  }

  @Test
  void a_token_from_before_two_factor_shows_none() {
    var made = mint(session(anAccount()).twoFactor(false).qualified(true));

    assertThat(introspect(made.text()).getString("factorAt")).isNull();
    assertThat(introspect(made.text()).getString("anyFactorAt")).isNull();
  }

  @Test
  void auth_service_is_asked_with_a_service_credential() {
    var alice = anAccount();

    ask(session(alice), "{}").statusCode(201);

    assertThat(OtherServiceStandIn.of(Owner.AUTH).received())
        .filteredOn(request -> request.line().contains(alice.toString()))
        .hasSize(1)
        .allSatisfy(
            request -> assertThat(request.headers().get("Authorization")).startsWith("Bearer ey"));
  }

  @Test
  void unknown_members_are_ignored() {
    var body = "{\"create_session\":true,\"create_tokens\":true,\"response_type\":\"code\"}";

    ask(session(anAccount()), body).statusCode(201);
  }

  @Test
  void says_that_it_was_made() {
    var alice = anAccount();

    var made = mint(password(alice));

    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      var created = log.await(AuthorizationCreated.class, alice);
      assertThat(created.authorization()).isEqualTo(new AuthorizationId(made.id()));
      assertThat(created.signIn()).isTrue();
      var said = log.await(event -> event.key().equals(alice.toString()));
      assertThat(said.json()).doesNotContain(made.text(), "192.0.2.1", Tokens.EMAIL);
      assertThat(log.all(AuthorizationCreated.class, alice, Duration.ofSeconds(1))).hasSize(1);
    }
  }
}
