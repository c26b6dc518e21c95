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
import org.assertj.core.api.SoftAssertions;
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

  /** Rows that read a body, with the members that they know. */
  static Stream<Form> forms() {
    return Stream.of(
        new Form(Verb.POST, "/users", List.of("email", "password")),
        new Form(Verb.POST, "/users/~/email/actions/verify", List.of("token")),
        new Form(
            Verb.PATCH,
            "/account",
            List.of("password", "new_password", "email", "name", "two_factor_authentication")),
        new Form(
            Verb.PATCH,
            "/users/~",
            List.of("password", "new_password", "email", "name", "two_factor_authentication")),
        new Form(Verb.POST, "/sessions", List.of("description")),
        new Form(Verb.POST, "/account/keys", List.of("public_key")),
        new Form(Verb.POST, "/account/two-factor/actions/confirm", List.of("code")),
        new Form(
            Verb.POST, "/oauth/authorizations", List.of("description", "scope", "expires_in")));
  }

  record Form(Verb verb, String path, List<String> members) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void broken_bodies_are_refused_with_words(Form form) {
    var softly = new SoftAssertions();
    for (var body : brokenBodies()) {
      var answer = asked(form).body(body, JSON).send();
      refused(softly, form + " " + cut(body), answer);
    }
    for (var bytes :
        List.of(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}, new byte[0])) {
      var answer = asked(form).body(bytes, JSON).send();
      withWords(softly, form + " bytes", answer);
    }
    softly.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void wrong_types_and_values_are_refused_with_words(Form form) {
    var softly = new SoftAssertions();
    for (var member : form.members()) {
      for (var value : wrongValues()) {
        var body = "{\"%s\":%s}".formatted(member, value);
        var answer = asked(form).body(body, JSON).send();
        withWords(softly, form.verb() + " " + form.path() + " " + cut(body), answer);
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_null_character_is_refused(Form form) {
    var softly = new SoftAssertions();
    for (var member : form.members()) {
      var body = "{\"%s\":\"a\\u0000b and some more words\"}".formatted(member);
      refused(softly, form + " " + member, asked(form).body(body, JSON).send());
    }
    softly.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void another_content_type_is_refused(Form form) {
    var softly = new SoftAssertions();
    for (var type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "x",
            "application/octet-stream")) {
      var answer = asked(form).body("{\"a\":1}", type).send();
      refused(softly, form + " " + type, answer);
      softly.assertThat(answer.status()).as("%s %s: %s", form, type, answer).isIn(400, 415);
    }
    softly.assertAll();
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
    var softly = new SoftAssertions();
    for (var credential : noCredentials()) {
      var answer =
          called(row, path(row, "00000000-0000-4000-8000-000000000000"))
              .header("Authorization", credential)
              .send();
      refused(softly, row.verb() + " " + row.path() + " " + cut(credential), answer);
      softly.assertThat(answer.status()).as("%s %s", row, cut(credential)).isIn(400, 401, 431);
    }
    softly.assertAll();
  }

  @Test
  void ids_that_are_unknown_or_none_are_not_found() {
    var softly = new SoftAssertions();
    for (var row : Endpoints.ALL.stream().filter(row -> row.path().contains("{")).toList()) {
      for (var id : noIds()) {
        var answer = called(row, path(row, id)).bearer(hers.token()).send();
        refused(softly, row.verb() + " " + row.path() + " " + cut(id), answer);
        softly.assertThat(answer.status()).as("%s %s", row, cut(id)).isIn(400, 404, 414, 431);
      }
    }
    softly.assertAll();
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
    var softly = new SoftAssertions();
    paths.forEach((path, verbs) ->
        verbs.forEach(verb -> {
          var answer = api.call(verb, path).bearer(his.token()).send();
          softly.assertThat(answer.status()).as("%s %s", verb, path).isIn(400, 404);
          refused(softly, verb + " " + path, answer);
        }));
    softly.assertAll();
  }

  @Test
  void odd_headers_do_no_harm() {
    var softly = new SoftAssertions();
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
          withWords(softly, "%s %s: %s".formatted(path, header, cut(value)), answer);
        }
      }
    }
    softly.assertAll();
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

  /** As alice: what is refused must not change anything of hers. */
  private Call asked(Form form) {
    var call = api.call(form.verb(), form.path());
    return form.path().equals("/sessions")
        ? call.basic(mallory.email(), mallory.password())
        : call.bearer(form.path().equals("/oauth/authorizations") ? his.token() : hers.token());
  }

  private Call called(Endpoint row, String path) {
    return api.call(row.verb(), path);
  }

  private static String path(Endpoint row, String id) {
    return row.path().replaceAll("\\{[a-z]+}", id);
  }

  private static List<String> brokenBodies() {
    return List.of(
        "{",
        "{\"",
        "{]",
        "null",
        "[]",
        "1",
        "\"text\"",
        "true",
        "{\"a\" 1}",
        "{'a':1}",
        "{\"a\":1e",
        "<xml/>",
        "%",
        "{\"email\":\"\\uD800",
        "[".repeat(5000),
        "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
  }

  private static List<String> wrongValues() {
    return List.of(
        "1",
        "-1",
        "1e999",
        "12345678901234567890123456789",
        "true",
        "[]",
        "[1]",
        "[null]",
        "{}",
        "{\"a\":1}",
        "null",
        "\"\"",
        "\" \"",
        "\"\\ud800\"",
        "\"\\u202e\\u0007\"",
        "\"" + "x".repeat(20_000) + "\"",
        "\"'; drop table account; --\"",
        "[\"nonsense\"]",
        "\"${jndi:ldap://127.0.0.1/x}\"");
  }

  private static List<String> noCredentials() {
    return List.of(
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer lkse_000000000000000000000000000000000",
        "Bearer " + "a".repeat(7000),
        "Basic",
        "Basic !!!",
        "Basic Og==",
        "Basic /////w==",
        "Digest x",
        "x",
        "Bearer eyJhbGciOiJub25lIn0.e30.");
  }

  private static List<String> noIds() {
    return List.of(
        "00000000-0000-4000-8000-000000000000",
        "1",
        "x",
        "null",
        "undefined",
        "-1",
        "a'b",
        "%27%20or%201=1",
        "%E2%82%AC",
        "%F0%9F%94%91",
        "%C3%28",
        "%00",
        "%zz",
        "SHA256:x",
        "aa:bb",
        "00000000-0000-4000-8000-00000000000000000",
        "x".repeat(3000));
  }

  /** No 500, and words if it is an error. */
  private static void withWords(SoftAssertions softly, String what, Answer answer) {
    softly.assertThat(answer.status()).as("%s: %s", what, answer).isLessThan(500);
    if (answer.status() >= 400) {
      refused(softly, what, answer);
    }
  }

  private static void refused(SoftAssertions softly, String what, Answer answer) {
    softly.assertThat(answer.status()).as("%s: %s", what, answer).isBetween(400, 499);
    softly.assertThat(answer.text("/id")).as("%s: %s", what, answer).isNotEmpty();
    softly.assertThat(answer.text("/message")).as("%s: %s", what, answer).isNotEmpty();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(60, text.length()));
  }
}
