package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that web makes for somebody in a browser. */
@QuarkusTest
class ThroughWebTest {

  private static final String AUTH = Owner.AUTH.service();
  private static final String HERS = "203.0.113.9";
  private static final String BROWSER = "Firefox on the laptop";

  /** What TestGateway sees: that of web, where web asks. */
  private static final String OUTSIDE = "198.51.100.7";

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject InternalPort internal;
  @Inject Budgets budgets;

  @Test
  void a_session_is_the_persons_not_webs() {
    var alice = people.signedUp();

    var signedIn =
        gateway
            .call("POST", "/sessions")
            .basic(alice.email(), People.PASSWORD)
            .throughWeb(HERS, BROWSER)
            .send();

    signedIn.then().statusCode(201);
    var sessions = gateway.call("GET", "/oauth/sessions").bearer(signedIn.path("token")).send();
    assertThat(sessions.<List<String>>path("ip")).contains(HERS).doesNotContain(OUTSIDE);
    assertThat(sessions.asString()).contains(BROWSER);
  }

  @Test
  void what_needs_no_identity_hears_of_the_person_too() {
    var alice = people.signedUp().session();
    var opened = gateway.call("POST", "/auth").throughWeb("2001:db8::7", BROWSER).send();

    opened.then().statusCode(201);
    var path = opened.<String>path("cli_url");
    gateway
        .call("GET", "/auth/browser" + path.substring(path.lastIndexOf('/')))
        .bearer(alice)
        .send()
        .then()
        .body("ip", equalTo("2001:db8::7"))
        .body("client", equalTo(BROWSER));
  }

  @Test
  void limits_by_address_count_the_persons_network() {
    var body = "{\"email\":\"%s\",\"password\":\"%s\"}";
    gateway
        .call("POST", "/users")
        .json(body.formatted(People.address(), People.PASSWORD))
        .throughWeb("203.0.113.41", BROWSER)
        .send()
        .then()
        .statusCode(201);
    gateway.call("POST", "/auth").throughWeb("203.0.113.42", BROWSER).send();

    assertThat(used("sign-up", "203.0.113.41")).isTrue();
    assertThat(used("sign-up", "203.0.113.42")).isFalse();
    assertThat(used("browser-login", "203.0.113.42")).isTrue();
    assertThat(used("browser-login", "203.0.113.41")).isFalse();
  }

  @Test
  void without_webs_credential_nobody_says_who_they_are() {
    var edge =
        account()
            .bearer(people.signedUp().session())
            .with(Headers.CLIENT_IP, HERS)
            .with(Headers.CLIENT_AGENT, BROWSER)
            .atEdge();

    assertThat(edge.statusCode()).isEqualTo(200);
    assertThat(edge.header("X-Forwarded-For")).isNull();
    assertThat(edge.header("User-Agent")).isNull();
  }

  static Stream<String> notWebs() {
    return Stream.of(
        ServiceCalls.expiredHeader("web", AUTH),
        ServiceCalls.header("web", "token-service"),
        ServiceCalls.header("gateway", AUTH),
        ServiceCalls.header("git", AUTH),
        ServiceCalls.header("mfa-service", AUTH),
        ServiceCalls.header("web", AUTH).substring("Bearer ".length()),
        ServiceCalls.header("web", AUTH) + "x",
        "Bearer forged",
        "Bearer ",
        "");
  }

  @ParameterizedTest
  @MethodSource("notWebs")
  void a_credential_that_is_not_webs_for_this_service_now_is_a_bad_request(String credential) {
    var token = people.signedUp().session();

    var answers =
        List.of(
            account().bearer(token).throughWeb(HERS, BROWSER).with(Headers.WEB, credential),
            gateway.call("POST", "/auth").throughWeb(HERS, BROWSER).with(Headers.WEB, credential));

    assertThat(answers).allSatisfy(call -> refused(call.atEdge()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "localhost", "127.1", "1", "[::1]", "fe80::1%eth0", "1.2.3.4, ::1"})
  void an_address_that_is_none_is_a_bad_request(String address) {
    refused(account().throughWeb(address, BROWSER).atEdge());
  }

  @Test
  void anything_said_twice_is_a_bad_request() {
    var web = ServiceCalls.header("web", AUTH);

    refused(raw(new Header(Headers.WEB, web), new Header(Headers.WEB, web), ip(HERS)));
    refused(raw(new Header(Headers.WEB, web), ip(HERS), ip("203.0.113.10")));
    refused(raw(new Header(Headers.WEB, web)));
  }

  @Test
  void an_address_in_ipv6_clothes_is_the_one_inside() {
    var edge =
        account()
            .bearer(people.signedUp().session())
            .throughWeb("::ffff:203.0.113.9", "a\tb")
            .atEdge();

    assertThat(edge.header("X-Forwarded-For")).isEqualTo(HERS);
    assertThat(edge.header("User-Agent")).isEqualTo("ab");
  }

  @Test
  void a_dead_credential_is_401_also_through_web() {
    var edge = account().bearer("lkse_" + "0".repeat(43)).throughWeb(HERS, BROWSER).atEdge();

    assertThat(edge.statusCode()).isEqualTo(401);
    assertThat(edge.header("X-Forwarded-For")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/edge/account",
        "/internal/authorized-keys",
        "/internal/accounts/00000000-0000-4000-8000-000000000000/epoch",
        "/internal/cascades",
        "/internal/unknown"
      })
  void webs_key_opens_no_internal_endpoint(String path) {
    for (var header : List.of("Latchkey-Service", "Authorization")) {
      var answer =
          RestAssured.given()
              .port(internal.port())
              .header(header, ServiceCalls.header("web", AUTH))
              .get(path);

      answer.then().statusCode(403).body("id", equalTo("forbidden"));
    }
  }

  /** Whether somebody has taken one from that limit: one that allows a single attempt tells. */
  private boolean used(String limit, String network) {
    var one = new Limit(limit, 1, Duration.ofHours(1), Duration.ofHours(1));
    return budgets.take(one, network).await().indefinitely() instanceof Grant.Refused;
  }

  private TestGateway.Call account() {
    return gateway.call("GET", "/account");
  }

  private Response raw(Header... headers) {
    return RestAssured.given()
        .port(internal.port())
        .headers(new io.restassured.http.Headers(headers))
        .header("Latchkey-Service", ServiceCalls.header("gateway", AUTH))
        .get("/internal/edge/account");
  }

  private static Header ip(String address) {
    return new Header(Headers.CLIENT_IP, address);
  }

  private static void refused(Response edge) {
    edge.then().statusCode(400).body("id", equalTo("bad_request"));
  }
}
