package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are broken or of the wrong types: words, never a 500, never a change. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodyIT {

  private static final String JSON = "application/json";
  private static final Set<String> NOTHING_WILL_DO = Set.of("/sessions", "/auth");
  private static final String EPOCH = "select epoch from account where id = ?";

  private final Platform platform;
  private final Api api;

  /** Signs in only; what she sends at other places would use her password's budget up. */
  private Person trudy;

  private SignedIn session;
  private String account = "";
  private Map<String, List<String>> before = Map.of();

  BadBodyIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    trudy = platform.people().stranger("trudy");
    session = new SignedIn("", "", "");
  }

  @BeforeAll
  void alice_is_signed_in() {
    var alice = platform.people().signedUp("alice");
    session = alice.signIn();
    account = alice.account(session);
    trudy = platform.people().signedUp("trudy");
    before = platform.postgres().about(account);
  }

  @AfterAll
  void only_what_a_person_may_change_has_changed() {
    var after = platform.postgres().about(account);
    assertThat(after.get("auth.api_key")).isEqualTo(before.get("auth.api_key"));
    assertThat(after.get("mfa.totp_factor")).isEmpty();
    assertThat(platform.postgres().number(Owner.AUTH, EPOCH, UUID.fromString(account))).isOne();
    assertThat(api.get("/account").bearer(session.token()).send()).hasStatus(200);
    assertThat(api.get("/account/keys").bearer(session.token()).send().json()).isEmpty();
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
        new Form(Verb.POST, "/auth", List.of("description")),
        new Form(Verb.POST, "/account/keys", List.of("public_key")),
        new Form(Verb.POST, "/account/two-factor/actions/confirm", List.of("code")),
        new Form(
            Verb.POST,
            "/oauth/authorizations",
            List.of(
                "description",
                "scope",
                "expires_in",
                "client",
                "response_type",
                "code_challenge",
                "code_challenge_method")),
        new Form(Verb.POST, "/oauth/clients", List.of("name", "redirect_uri", "public")));
  }

  record Form(Verb verb, String path, List<String> members) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void broken_bodies_are_refused_with_words(Form form) {
    var words = new Words();
    for (var body : BadValues.brokenBodies()) {
      var answer = asked(form).body(body, JSON).send();
      // Nothing at all will do there, and null is nothing.
      if (!NOTHING_WILL_DO.contains(form.path()) || !body.equals("null")) {
        words.refused(form + " " + body, answer);
      }
    }
    for (var bytes :
        List.of(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}, new byte[0])) {
      var answer = asked(form).body(bytes, JSON).send();
      words.in(form + " bytes", answer);
    }
    words.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void wrong_types_and_values_are_refused_with_words(Form form) {
    var words = new Words();
    for (var member : form.members()) {
      for (var value : BadValues.wrongValues()) {
        var body = "{\"%s\":%s}".formatted(member, value);
        var answer = asked(form).body(body, JSON).send();
        words.in(form.verb() + " " + form.path() + " " + body, answer);
      }
    }
    words.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_null_character_is_refused(Form form) {
    var words = new Words();
    for (var member : form.members()) {
      var body = "{\"%s\":\"a\\u0000b and some more words\"}".formatted(member);
      words.refused(form + " " + member, asked(form).body(body, JSON).send());
    }
    words.assertAll();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void another_content_type_is_refused(Form form) {
    var words = new Words();
    for (var type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "x",
            "application/octet-stream")) {
      var answer = asked(form).body("{\"a\":1}", type).send();
      words.refused(form + " " + type, answer);
      words.assertThat(answer.status()).as("%s %s: %s", form, type, answer).isIn(400, 415);
    }
    words.assertAll();
  }

  private Call asked(Form form) {
    var call = api.call(form.verb(), form.path());
    return form.path().equals("/sessions")
        ? call.basic(trudy.email(), trudy.password())
        : call.bearer(session.token());
  }
}
