package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.http.RawConnection;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.EavesdroppingService;
import dev.latchkey.e2e.platform.Insider;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is never taken for what the platform says itself. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class GatewayIT {

  static final List<Endpoint> EVERY_ROW = Endpoints.ALL;

  private static final String ID = "00000000-0000-4000-8000-000000000000";

  private final Platform platform;
  private final Api api;
  private final Insider insider;
  private Person alice;
  private SignedIn hers;
  private Person mallory;
  private SignedIn his;

  GatewayIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    insider = new Insider(platform);
    alice = platform.people().stranger("alice");
    mallory = alice;
    hers = new SignedIn("", "", "");
    his = hers;
  }

  @BeforeAll
  void alice_and_mallory_are_signed_in() {
    alice = platform.people().signedUp("alice");
    hers = alice.signIn();
    mallory = platform.people().signedUp("mallory");
    his = mallory.signIn();
  }

  @Test
  void a_service_itself_believes_the_identity_that_the_gateway_strips() {
    var identity = insider.identity(Verb.GET, "/account", hers.token());

    var inside =
        platform
            .service(Owner.AUTH)
            .publicDoor()
            .get("/account")
            .header(Headers.IDENTITY, identity)
            .send();

    assertThat(inside).hasStatus(200).hasText("/email", alice.email());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("EVERY_ROW")
  void a_genuine_identity_and_every_internal_header_are_not_believed(Endpoint row) {
    var path = path(row);
    var identity = row.anonymous() ? "anything" : identity(row, path);
    int without = asked(row, path).send().status();
    for (var header : Headers.INTERNAL) {
      var value = header.equals(Headers.IDENTITY) ? identity : internal(header);
      var alone = asked(row, path).header(header, value).send();
      assertThat(alone.status()).as("%s %s: %s", row, header, alone).isEqualTo(without);
      if (!row.anonymous()) {
        assertThat(alone).isRefused(401, "unauthorized");
      }
    }
    var all = asked(row, path);
    Headers.INTERNAL.forEach(header ->
        all.header(header, header.equals(Headers.IDENTITY) ? identity : internal(header)));
    var answer = all.header("latchkey_identity", identity).send();
    assertThat(answer.status()).as("%s: %s", row, answer).isEqualTo(without);
    if (!row.anonymous()) {
      assertThat(answer).isRefused(401, "unauthorized");
    }
  }

  @Test
  void somebody_elses_identity_beside_a_credential_changes_nothing() {
    var identity = insider.identity(Verb.GET, "/account", hers.token());
    for (var name : List.of(Headers.IDENTITY, "latchkey-IDENTITY", "Latchkey_Identity")) {
      var answer = api.get("/account").bearer(his.token()).header(name, identity).send();

      assertThat(answer).hasStatus(200).hasText("/email", mallory.email());
    }
  }

  @Test
  void a_service_credential_from_outside_opens_no_internal_door() {
    var credential = "Bearer " + insider.credential(Owner.AUTH);
    for (var path :
        List.of(
            "/internal/edge/account",
            "/internal/accounts/" + ID + "/epoch",
            "/.well-known/jwks.json",
            "/q/health",
            "/q/metrics",
            "/q/openapi",
            "/internal")) {
      var answer = api.get(path).header("Latchkey-Service", credential).send();

      assertThat(answer).isRefused(404, "not_found");
    }
  }

  @Test
  void the_client_can_not_choose_its_address() {
    var session = mallory.signIn("spoofed");
    for (var header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", Headers.CLIENT_IP)) {
      var unused = api.get("/account").bearer(session.token()).header(header, "6.6.6.6").send();
    }
    var spoofed =
        api.post("/sessions")
            .basic(mallory.email(), mallory.password())
            .header("X-Forwarded-For", "6.6.6.6")
            .header(Headers.CLIENT_IP, "6.6.6.6")
            .send();

    assertThat(spoofed).hasStatus(201);
    assertThat(api.get("/oauth/sessions").bearer(session.token()).send().body())
        .doesNotContain("6.6.6.6")
        .contains("127.0.0.1");
  }

  @Test
  void two_credentials_are_one_too_many() {
    var twice =
        api.get("/account")
            .bearer(hers.token())
            .header("Authorization", "Bearer " + his.token())
            .send();
    var mixed =
        api.post("/sessions")
            .basic(alice.email(), alice.password())
            .challenge(hers.token())
            .code("000000")
            .send();

    assertThat(twice).isRefused(400, "bad_request");
    assertThat(mixed).isRefused(400, "bad_request");
  }

  @Test
  void no_service_sees_a_credential() {
    try (var service = new EavesdroppingService();
        var gateway = platform.gatewayTo(Owner.NOTIFICATION, service.port())) {
      var answer =
          gateway
              .api()
              .get("/account/security-log")
              .bearer(hers.token())
              .password(alice.password())
              .code("123456")
              .device("lkdv_something")
              .header("Cookie", "latchkey-dev=" + hers.token())
              .send();

      assertThat(answer).hasStatus(200);
      var heard = service.heard().getFirst();
      assertThat(heard).containsKey(Headers.IDENTITY);
      assertThat(heard.keySet()).doesNotContainAnyElementsOf(Headers.CREDENTIALS);
      assertThat(heard.toString())
          .doesNotContain(hers.token())
          .doesNotContain(alice.password())
          .doesNotContain("123456");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account%2Fkeys",
        "/account%2fkeys",
        "/oauth/authorizations/%7E",
        "/oauth/authorizations/%7e",
        "/account/../internal/edge/account",
        "/account/%2e%2e/internal/edge/account",
        "/account/.%2e/account",
        "/./account",
        "//account",
        "/account//keys",
        "/account;jsessionid=1",
        "/account;/keys",
        "/account%3B",
        "/account\\keys",
        "/account%5Ckeys",
        "/account%00",
        "/account%0d%0aX: y",
        "/account%252Fkeys",
        "/account%",
        "/account%zz",
        "http://127.0.0.1/account",
        "account",
        "*",
      })
  void a_path_that_two_readers_may_read_differently_is_refused(String target) {
    var request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
            .formatted(target, hers.token());

    var transcript = RawConnection.exchange(platform.url(), request);

    assertThat(transcript.statuses()).as(target).hasSize(1);
    assertThat(transcript.statuses().getFirst()).isIn(400, 404);
    assertThat(transcript.text()).doesNotContain(alice.email());
    assertThat(dev.latchkey.e2e.http.Json.read(transcript.body()).path("message").asText())
        .as(transcript.text())
        .isNotEmpty();
  }

  @Test
  void what_is_in_no_table_is_in_no_route() {
    var paths =
        List.of(
            "/dashboards",
            "/accounts",
            "/account/",
            "/users",
            "/sessions",
            "/oauth",
            "/verify",
            "/metrics");
    var verbs = new ArrayList<>(List.of(Verb.values()));
    for (var path : paths) {
      for (var verb : verbs) {
        if (Endpoints.find(verb, path).isEmpty()) {
          var answer = api.call(verb, path).bearer(hers.token()).send();
          assertThat(answer).isProblem();
          assertThat(answer.status()).as("%s %s", verb, path).isIn(404, 405);
        }
      }
    }
  }

  @Test
  void every_answer_names_its_request_and_no_server() {
    var answer = api.get("/account").bearer(hers.token()).header("Request-Id", "mine").send();
    var names = new TreeSet<>(answer.headers().map().keySet());

    assertThat(answer.header("Request-Id").orElse("")).startsWith("mine");
    assertThat(names)
        .doesNotContainAnyElementsOf(
            List.of("server", "x-powered-by", "www-authenticate", "latchkey-identity"));
    assertThat(api.get("/account").send().header("Request-Id")).isPresent();
    assertThat(api.get("/account").send().headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  private Call asked(Endpoint row, String path) {
    var call = api.call(row.verb(), path);
    return row.verb() == Verb.GET ? call : call.json(Map.of());
  }

  /** A genuine one where a session gets one, else that of another request. */
  private String identity(Endpoint row, String path) {
    try {
      return insider.identity(row.verb(), path, hers.token());
    } catch (AssertionError refused) {
      return insider.identity(Verb.GET, "/account", hers.token());
    }
  }

  private String internal(String header) {
    return switch (header) {
      case Headers.PRESENTED_TOKEN -> hers.token();
      case Headers.ORIGINAL_METHOD -> "GET";
      default -> "spoofed";
    };
  }

  private static String path(Endpoint row) {
    return row.path().replaceAll("\\{[a-z]+}", ID);
  }
}
