package dev.latchkey.token.client;

import static dev.latchkey.token.Applications.CALLBACK;
import static dev.latchkey.token.Applications.CLIENTS;
import static dev.latchkey.token.Applications.aPublicApp;
import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.ask;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.ClientEvent.ClientRegistered;
import dev.latchkey.contracts.event.ClientEvent.ClientRemoved;
import dev.latchkey.contracts.event.ClientEvent.ClientSecretRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientUpdated;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClientTest {

  @Test
  void a_secret_is_shown_once_and_kept_as_a_hash() {
    var alice = anAccount();

    var app = anApp(session(alice));

    assertThat(app.secret()).startsWith("lkcs_");
    assertThat(app.json().getString("name")).isEqualTo("Deploy bot");
    assertThat(app.json().getString("redirect_uri")).isEqualTo(CALLBACK);
    assertThat(app.json().getBoolean("public")).isFalse();
    assertThat(app.json().getMap("$")).containsKey("ignores_delinquent");
    var shown = as(session(alice)).get(app.path()).then().statusCode(200).extract().jsonPath();
    assertThat(shown.getMap("$")).doesNotContainKey("secret").containsEntry("id", app.id());
    as(session(alice))
        .get(CLIENTS)
        .then()
        .statusCode(200)
        .body("id", equalTo(java.util.List.of(app.id())));
    assertThat(
            Rows.of(
                "select encode(secret_hash, 'escape') from oauth_client where id = '"
                    + app.id()
                    + "'"))
        .noneMatch(hash -> hash.contains(app.secret()));
  }

  @Test
  void a_public_client_has_no_secret_and_gets_none() {
    var app = aPublicApp();

    assertThat(app.json().getMap("$")).doesNotContainKey("secret").containsEntry("public", true);
  }

  @Test
  void others_see_what_a_client_is_and_change_nothing() {
    var app = anApp();
    var mallory = session(anAccount());

    as(mallory).get(app.path()).then().statusCode(200).body("name", equalTo("Deploy bot"));
    as(mallory).get(CLIENTS).then().statusCode(200).body("", hasSize(0));
    ask(mallory, Verb.PATCH, app.path(), Map.of("name", "Mine")).statusCode(404);
    ask(mallory, Verb.DELETE, app.path(), null).statusCode(404).body("resource", equalTo("client"));
    ask(mallory, Verb.POST, app.path() + "/actions/rotate-credentials", null).statusCode(404);

    as(mallory).get(app.path()).then().statusCode(200).body("name", equalTo("Deploy bot"));
  }

  @Test
  void an_update_changes_what_it_names() {
    var alice = session(anAccount());
    var app = anApp(alice);

    ask(alice, Verb.PATCH, app.path(), Map.of("name", "Robot"))
        .statusCode(200)
        .body("name", equalTo("Robot"))
        .body("redirect_uri", equalTo(CALLBACK));
    ask(alice, Verb.PATCH, app.path(), Map.of("redirect_uri", "http://127.0.0.1:8080/back"))
        .statusCode(200)
        .body("name", equalTo("Robot"))
        .body("redirect_uri", equalTo("http://127.0.0.1:8080/back"));
  }

  @Test
  void a_rotated_secret_replaces_the_old_one_at_once() {
    var owner = session(anAccount());
    var app = anApp(owner);
    var alice = anAccount();
    var had = held(alice, app);

    var fresh =
        new dev.latchkey.token.Applications.App(
            ask(owner, Verb.POST, app.path() + "/actions/rotate-credentials", null)
                .statusCode(200)
                .body("secret", startsWith("lkcs_"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath());

    refresh(app, had.refresh()).statusCode(401).body("error", equalTo("invalid_client"));
    refresh(fresh, had.refresh()).statusCode(200);
  }

  @Test
  void a_public_client_has_no_secret_to_rotate() {
    var owner = session(anAccount());
    var app =
        ask(
                owner,
                Verb.POST,
                CLIENTS,
                Map.of("name", "P", "redirect_uri", CALLBACK, "public", true))
            .extract()
            .jsonPath();

    ask(owner, Verb.POST, CLIENTS + "/" + app.getString("id") + "/actions/rotate-credentials", null)
        .statusCode(422)
        .body("id", equalTo("invalid_params"));
  }

  @Test
  void a_removed_client_takes_along_what_it_was_given() {
    var owner = session(anAccount());
    var app = anApp(owner);
    var alice = held(anAccount(), app);
    var bob = anAccount();
    var bobs = held(bob, app);
    var pending = code(bob, app);
    var other = held(bob, anApp());

    ask(owner, Verb.DELETE, app.path(), null).statusCode(200).body("id", equalTo(app.id()));

    assertThat(active(alice.access())).isFalse();
    assertThat(active(bobs.access())).isFalse();
    assertThat(active(other.access())).isTrue();
    redeem(app, pending).statusCode(401).body("error", equalTo("invalid_client"));
    refresh(app, bobs.refresh()).statusCode(401);
    as(owner).get(app.path()).then().statusCode(404);
  }

  @Test
  void a_closed_account_has_no_clients() {
    var owner = anAccount();
    var app = anApp(session(owner));
    var alice = held(anAccount(), app);

    OtherServiceSays.that(new AccountClosed(owner, Instant.now(), "sealed"));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !active(alice.access()));
    refresh(app, alice.refresh()).statusCode(401);
  }

  @Test
  void an_account_has_so_many_clients_and_no_more() {
    var alice = session(anAccount());
    for (int i = 0; i < 50; i++) {
      anApp(alice);
    }

    ask(alice, Verb.POST, CLIENTS, Map.of("name", "One more", "redirect_uri", CALLBACK))
        .statusCode(422)
        .body("id", equalTo("too_many_clients"));
  }

  @Test
  void nothing_is_registered_once_security_has_changed() {
    var alice = anAccount();
    anApp(session(alice).epoch(3));

    ask(
            session(alice).epoch(2),
            Verb.POST,
            CLIENTS,
            Map.of("name", "Late", "redirect_uri", CALLBACK))
        .statusCode(409)
        .body("id", equalTo("security_changed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bot",
        "/callback",
        "//bot.example.com/callback",
        "http://bot.example.com/callback",
        "http://localhost.evil.example/",
        "http://127.0.0.1.evil.example/",
        "http://10.0.0.1/",
        "https://bot.example.com/callback#part",
        "https://good.example@evil.example/",
        "https:///callback",
        "https:callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://bot.example.com/a b",
        "https://bot.example.com\\@evil.example/",
        "https://*.example.com/",
        "https://b\u00f6t.example/",
        "myapp://callback"
      })
  void codes_go_nowhere_that_is_not_safe(String address) {
    ask(session(anAccount()), Verb.POST, CLIENTS, Map.of("name", "Bot", "redirect_uri", address))
        .statusCode(422)
        .body("message", startsWith("redirect_uri: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bot.example.com",
        "https://bot.example.com:8443/a/b?c=d",
        "http://localhost:3000/back",
        "http://127.0.0.1/",
        "http://[::1]:9000/back"
      })
  void https_and_the_own_machine_are_safe(String address) {
    ask(session(anAccount()), Verb.POST, CLIENTS, Map.of("name", "Bot", "redirect_uri", address))
        .statusCode(201)
        .body("redirect_uri", equalTo(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u202eb", "a\u001bb", "a\u200bb"})
  void a_name_can_be_read(String name) {
    var body = new HashMap<String, Object>(Map.of("redirect_uri", CALLBACK));
    body.put("name", name);

    ask(session(anAccount()), Verb.POST, CLIENTS, body)
        .statusCode(422)
        .body("message", startsWith("name: "));
  }

  @Test
  void what_happens_to_a_client_is_said_to_its_owner() {
    var alice = anAccount();
    var owner = session(alice);
    var app = anApp(owner);
    ask(owner, Verb.PATCH, app.path(), Map.of("redirect_uri", "https://other.example/"));
    ask(owner, Verb.POST, app.path() + "/actions/rotate-credentials", null);
    ask(owner, Verb.DELETE, app.path(), null);

    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      assertThat(log.await(ClientRegistered.class, alice).client()).hasToString(app.id());
      assertThat(log.await(ClientUpdated.class, alice).redirected()).isTrue();
      assertThat(log.await(ClientSecretRotated.class, alice).client()).hasToString(app.id());
      assertThat(log.await(ClientRemoved.class, alice).client()).hasToString(app.id());
      assertThat(log.all()).noneMatch(said -> said.json().contains(app.secret()));
    }
  }
}
