package dev.latchkey.kit.identity;

import static dev.latchkey.kit.identity.Http.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EndpointGuardTest {

  private static final String KEYS = "/account/keys";
  private static final String REGENERATE = "/oauth/authorizations/~/actions/regenerate-tokens";

  private static String signed(JsonObject claims) {
    return Jwt.sign(Jwt.header(), claims, Surroundings.key("edge").secret());
  }

  private static HttpResponse<String> send(JsonObject claims, String method, String path) {
    return Http.outside().as(signed(claims), method, path);
  }

  @Test
  void an_identity_says_who_the_caller_is() {
    var claims = Jwt.claims();

    var answer = send(claims, "GET", "/account");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()))
        .isEqualTo(
            new JsonObject()
                .put("account", claims.getString("sub"))
                .put("kind", "session")
                .put("credential", claims.getString("cid"))
                .put("epoch", "7")
                .put("scopes", "[GLOBAL]")
                .put("proofs", new JsonObject(answer.body()).getString("proofs"))
                .put("origin", "Origin[ip=192.0.2.1, client=curl/8]"));
    assertThat(answer.body()).contains("PASSWORD", "TOTP");
  }

  @Test
  void each_request_sees_its_own_caller() {
    var alice = Jwt.claims();
    var bob = Jwt.claims().put("kind", "api_key");
    for (int i = 0; i < 20; i++) {
      assertThat(send(alice, "GET", "/account").body()).contains(alice.getString("sub"));
      assertThat(send(bob, "GET", "/account").body())
          .contains(bob.getString("sub"), "api_key")
          .doesNotContain(alice.getString("sub"));
    }
  }

  @Test
  void without_an_identity_a_guarded_door_is_closed() {
    refused(Http.outside().send("GET", "/account"), 401, "unauthorized");
    refused(Http.outside().send("GET", "/account", "Latchkey-Identity", ""), 401, "unauthorized");
  }

  @Test
  void two_identities_are_none() {
    var one = signed(Jwt.claims());
    var answer =
        Http.outside().send("GET", "/account", "Latchkey-Identity", one, "Latchkey-Identity", one);

    refused(answer, 401, "unauthorized");
  }

  @Test
  void an_identity_in_another_header_is_none() {
    var answer =
        Http.outside().send("GET", "/account", "Authorization", "Bearer " + signed(Jwt.claims()));

    refused(answer, 401, "unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "a.b.c"})
  void at_an_anonymous_door_an_identity_is_not_looked_at(String identity) {
    assertThat(Http.outside().as(identity, "POST", "/users").body()).isEqualTo("welcome");
    assertThat(Http.outside().send("POST", "/users").body()).isEqualTo("welcome");
  }

  @Test
  void an_anonymous_door_knows_no_caller() {
    var answer = send(Jwt.claims(), "POST", "/users/~/email/actions/verify");

    refused(answer, 500, "internal_error");
  }

  @Test
  void a_door_that_the_table_has_not_is_not_there() {
    refused(send(Jwt.claims(), "GET", "/not-in-the-table"), 404, "not_found");
    refused(Http.outside().send("GET", "/not-in-the-table"), 404, "not_found");
  }

  @Test
  void a_door_of_another_service_is_not_there() {
    refused(send(Jwt.claims(), "GET", "/account/two-factor"), 404, "not_found");
  }

  @Test
  void a_method_that_a_path_has_not_is_405() {
    var answer = send(Jwt.claims(), "PUT", "/account");

    refused(answer, 405, "method_not_allowed");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, PATCH, DELETE");
    refused(send(Jwt.claims(), "DELETE", "/oauth/authorizations/~"), 405, "method_not_allowed");
    refused(send(Jwt.claims(), "OPTIONS", "/account"), 405, "method_not_allowed");
    refused(send(Jwt.claims(), "TRACE", "/account"), 405, "method_not_allowed");
  }

  @Test
  void head_is_guarded_as_get_is() {
    assertThat(Http.outside().send("HEAD", "/account").statusCode()).isEqualTo(401);
    assertThat(send(Jwt.claims(), "HEAD", "/account").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/",
        "//account",
        "/account//keys",
        "/./account",
        "/x/../account",
        "/%61ccount",
        "/account;x=y",
        "/account%2Fkeys",
        "/account/keys/%2e%2e",
        "/account/keys/a%2Fb",
        "/oauth/authorizations/%7E",
        "/oauth/authorizations/%7e",
        "/account\\keys",
        "/account/keys/%00",
        "/account%00",
        "/account/keys/%252F"
      })
  void a_path_that_can_be_read_in_two_ways_leads_nowhere(String path) {
    assertThat(Http.outside().raw("GET", path)).isBetween(400, 422).isNotIn(401, 403);
  }

  @Test
  void an_escaped_fingerprint_is_plain() {
    var path = "/account/keys/SHA256%3Aabc%2B";
    var answer = send(Jwt.claimsFor("DELETE", path), "DELETE", path);

    assertThat(answer.body()).isEqualTo("SHA256:abc+");
  }

  @Test
  void a_kind_of_credential_that_the_row_has_not_is_refused() {
    var path = "/sessions/~/actions/renew";

    assertThat(send(Jwt.claims(), "POST", path).statusCode()).isEqualTo(200);
    for (var kind : new String[] {"api_key", "authorization", "login_authorization"}) {
      refused(send(Jwt.claims().put("kind", kind), "POST", path), 403, "forbidden");
    }
    refused(send(Jwt.claims(), "POST", "/sessions"), 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "first_factor"})
  void a_sign_in_opens_no_other_door(String kind) {
    var claims = Jwt.claimsFor("GET", "/account").put("kind", kind);

    refused(send(claims, "GET", "/account"), 401, "unauthorized");
  }

  @Test
  void a_sign_in_is_for_one_request() {
    var claims = Jwt.claimsFor("POST", "/sessions").put("kind", "password");
    claims.remove("cid");
    var reusable = Jwt.claims().put("kind", "password");

    var answer = send(claims, "POST", "/sessions");

    assertThat(answer.body()).isEqualTo(claims.getString("sub") + " " + claims.getString("sub"));
    refused(send(claims, "POST", "/sessions"), 401, "unauthorized");
    refused(send(reusable, "POST", "/sessions"), 401, "unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "write read-protected", "", "GLOBAL", "globally", "global,read"})
  void a_scope_that_does_not_reach_is_refused(String scope) {
    var claims = Jwt.claimsFor("POST", KEYS).put("scope", scope);

    refused(send(claims, "POST", KEYS), 403, "forbidden");
  }

  @Test
  void a_password_must_be_in_this_request() {
    var without = Jwt.claimsFor("POST", REGENERATE);
    var with = Jwt.claimsFor("POST", REGENERATE).put("pwd_at", Jwt.now());

    refused(send(without, "POST", REGENERATE), 403, "password_required");
    assertThat(send(with, "POST", REGENERATE).statusCode()).isEqualTo(200);
  }

  @Test
  void a_reusable_identity_proves_no_password() {
    refused(send(Jwt.claims(), "POST", REGENERATE), 401, "unauthorized");
    refused(send(Jwt.claims().put("pwd_at", Jwt.now()), "POST", REGENERATE), 401, "unauthorized");
    refused(send(Jwt.claims().put("pwd_at", Jwt.now()), "GET", "/account"), 401, "unauthorized");
  }

  @Test
  @Tag("attack-54")
  void a_factor_is_asked_where_two_factor_is_on() {
    var off = Jwt.claimsFor("POST", KEYS);
    var missing = Jwt.claimsFor("POST", KEYS).put("tfa", true);
    var fresh = Jwt.claimsFor("POST", KEYS).put("tfa", true).put("otp_at", Jwt.now() - 590);
    var stale = Jwt.claimsFor("POST", KEYS).put("tfa", true).put("otp_at", Jwt.now() - 601);
    var future = Jwt.claimsFor("POST", KEYS).put("tfa", true).put("otp_at", Jwt.now() + 300);

    assertThat(send(off, "POST", KEYS).statusCode()).isEqualTo(200);
    assertThat(send(fresh, "POST", KEYS).statusCode()).isEqualTo(200);
    refused(send(missing, "POST", KEYS), 403, "two_factor");
    refused(send(stale, "POST", KEYS), 403, "two_factor");
    refused(send(future, "POST", KEYS), 403, "two_factor");
    assertThat(
            send(Jwt.claimsFor("POST", KEYS).put("tfa", true), "POST", KEYS)
                .headers()
                .firstValue("Heroku-Two-Factor-Required"))
        .hasValue("true");
  }

  @Test
  void a_reusable_identity_does_not_say_that_no_factor_is_due() {
    refused(send(Jwt.claims(), "POST", KEYS), 401, "unauthorized");
  }

  @Test
  void password_and_factor_are_both_asked() {
    var base = Jwt.claimsFor("DELETE", "/account").put("tfa", true);

    refused(send(base, "DELETE", "/account"), 403, "password_required");
    refused(
        send(base.copy().put("jti", "1").put("pwd_at", Jwt.now()), "DELETE", "/account"),
        403,
        "two_factor");
    refused(
        send(base.copy().put("jti", "2").put("otp_at", Jwt.now()), "DELETE", "/account"),
        403,
        "password_required");
    var both = base.copy().put("jti", "3").put("pwd_at", Jwt.now()).put("otp_at", Jwt.now());
    assertThat(send(both, "DELETE", "/account").statusCode()).isEqualTo(200);
  }

  @Test
  void an_identity_for_one_request_is_for_no_other() {
    refused(send(Jwt.claimsFor("POST", KEYS), "GET", "/account"), 401, "unauthorized");
    refused(send(Jwt.claimsFor("GET", KEYS), "POST", KEYS), 401, "unauthorized");
    refused(send(Jwt.claimsFor("POST", KEYS + "/"), "POST", KEYS), 401, "unauthorized");
    refused(send(Jwt.claimsFor("post", KEYS), "POST", KEYS), 401, "unauthorized");
  }

  @Test
  void an_identity_for_one_request_works_once() {
    var identity = signed(Jwt.claimsFor("POST", KEYS));

    assertThat(Http.outside().as(identity, "POST", KEYS).statusCode()).isEqualTo(200);
    refused(Http.outside().as(identity, "POST", KEYS), 401, "unauthorized");
  }

  @Test
  void an_identity_for_one_request_works_once_in_parallel_too() throws Exception {
    var identity = signed(Jwt.claimsFor("POST", KEYS));
    Callable<Integer> attempt = () -> Http.outside().as(identity, "POST", KEYS).statusCode();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var answers = threads.invokeAll(Collections.nCopies(60, attempt));
      int won = 0;
      for (var answer : answers) {
        won += answer.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jti", "htm", "htp"})
  void half_a_binding_is_refused(String missing) {
    var claims = Jwt.claimsFor("POST", KEYS);
    claims.remove(missing);

    refused(send(claims, "POST", KEYS), 401, "unauthorized");
    var path = Jwt.claimsFor("GET", "/account");
    path.remove(missing);
    refused(send(path, "GET", "/account"), 401, "unauthorized");
  }

  @Test
  void what_is_shown_without_need_is_told_to_the_door() {
    var shown = Jwt.claimsFor("PATCH", "/account").put("pwd_at", 1_700_000_000L);

    assertThat(send(shown, "PATCH", "/account").body())
        .isEqualTo("passwordAt=2023-11-14T22:13:20Z");
    assertThat(send(Jwt.claims(), "PATCH", "/account").body()).isEqualTo("passwordAt=null");
  }

  @Test
  void the_credentials_id_is_the_sessions() {
    var id = UUID.randomUUID().toString();

    assertThat(send(Jwt.claims().put("cid", id), "POST", "/sessions/~/actions/renew").body())
        .isEqualTo(id);
  }
}
