package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a client sends makes a 500, an answer without words, or a change. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

  private static final int TOO_MUCH = 70_000;
  private static final String JSON = "application/json";

  private final Platform platform;
  private final Api api;
  private Person alice;
  private SignedIn hers;
  private Person mallory;
  private SignedIn his;
  private String aliceId = "";
  private Map<String, List<String>> before = Map.of();

  BadInputIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    alice = platform.people().stranger("alice");
    mallory = alice;
    hers = new SignedIn("", "", "");
    his = hers;
  }

  @BeforeAll
  void alice_has_something_to_lose() {
    alice = platform.people().signedUp("alice");
    hers = alice.signIn("laptop");
    aliceId = alice.account(hers);
    var unused = alice.authorize(hers, "read");
    assertThat(addKey(hers)).hasStatus(201);
    mallory = platform.people().signedUp("mallory");
    his = mallory.signIn();
    before = standing();
  }

  @AfterAll
  void nothing_of_alice_has_changed() {
    assertThat(standing()).isEqualTo(before);
    assertThat(api.get("/account").bearer(hers.token()).send()).hasStatus(200);
    assertThat(api.get("/oauth/sessions").bearer(hers.token()).send().json()).hasSize(1);
  }

  static Stream<Endpoint> everyRow() {
    return Endpoints.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRow")
  void a_huge_body_is_too_large_everywhere(Endpoint row) {
    var huge = ("{\"a\":\"" + "x".repeat(TOO_MUCH) + "\"}").getBytes(StandardCharsets.UTF_8);

    var told = called(row, path(row, "x")).bearer(his.token()).body(huge, JSON).send();
    var untold = called(row, path(row, "x")).bearer(his.token()).chunked(huge, JSON).send();

    assertThat(told).isRefused(413, "request_too_large");
    assertThat(untold).isRefused(413, "request_too_large");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRow")
  void a_credential_that_is_none_is_refused(Endpoint row) {
    if (row.anonymous()) {
      return;
    }
    var words = new Words();
    for (var credential : BadValues.noCredentials()) {
      var answer =
          called(row, path(row, "00000000-0000-4000-8000-000000000000"))
              .header("Authorization", credential)
              .send();
      words.refused(row.verb() + " " + row.path() + " " + credential, answer);
      words.assertThat(answer.status()).as("%s %s", row, credential).isIn(400, 401, 431);
    }
    words.assertAll();
  }

  @Test
  void ids_that_are_unknown_or_none_are_not_found() {
    var words = new Words();
    for (var row : Endpoints.ALL.stream().filter(row -> row.path().contains("{")).toList()) {
      for (var id : BadValues.noIds()) {
        var answer = called(row, path(row, id)).bearer(hers.token()).send();
        words.refused(row.verb() + " " + row.path() + " " + id, answer);
        words.assertThat(answer.status()).as("%s %s", row, id).isIn(400, 404, 414, 431);
      }
    }
    words.assertAll();
  }

  @Test
  void other_peoples_things_are_not_found() {
    var key = api.get("/account/keys").bearer(hers.token()).send();
    var authorization =
        Stream.of(api.get("/oauth/authorizations").bearer(hers.token()).send().json())
            .flatMap(list -> list.valueStream())
            .filter(one -> one.path("description").asText().equals("a script"))
            .findFirst()
            .orElseThrow();
    var paths =
        Map.of(
            "/oauth/sessions/" + hers.id(), List.of(Verb.DELETE),
            "/account/keys/" + key.text("/0/id"), List.of(Verb.GET, Verb.DELETE),
            "/account/keys/" + key.text("/0/fingerprint").replace("/", "%2F"), List.of(Verb.GET),
            "/oauth/authorizations/" + authorization.path("id").asText(),
                List.of(Verb.GET, Verb.DELETE));
    var words = new Words();
    paths.forEach((path, verbs) ->
        verbs.forEach(verb -> {
          var answer = api.call(verb, path).bearer(his.token()).send();
          words.assertThat(answer.status()).as("%s %s", verb, path).isIn(400, 404);
          words.refused(verb + " " + path, answer);
        }));
    words.assertAll();
  }

  @Test
  void odd_headers_do_no_harm() {
    var words = new Words();
    for (var header :
        List.of(
            "Heroku-Password",
            "Heroku-Two-Factor-Code",
            "Latchkey-Device",
            "Request-Id",
            "Range",
            "Accept",
            "Accept-Language",
            "If-None-Match",
            "User-Agent",
            "Cookie")) {
      for (var value : List.of("x".repeat(3000), "ÿ", "a,b;c=\"", "%00", "{}", " ")) {
        for (var path : List.of("/account", "/oauth/authorizations/~", "/account/two-factor")) {
          var answer = api.get(path).bearer(his.token()).header(header, value).send();
          words.in("%s %s: %s".formatted(path, header, value), answer);
        }
      }
    }
    words.assertAll();
  }

  private Map<String, List<String>> standing() {
    var standing = platform.postgres().about(aliceId);
    standing.remove("token.account_epoch");
    return standing;
  }

  private Answer addKey(SignedIn session) {
    return api.post("/account/keys")
        .bearer(session.token())
        .json(Map.of("public_key", SshKeys.line("laptop")))
        .send();
  }

  private Call called(Endpoint row, String path) {
    return api.call(row.verb(), path);
  }

  private static String path(Endpoint row, String id) {
    return row.path().replaceAll("\\{[a-z]+}", id);
  }
}
