package dev.latchkey.web.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the platform gets to hear of a browser that is known to it. */
@QuarkusTest
@QuarkusTestResource(GatewayStandIn.class)
class AskingTest {

  private static final String SESSION = "lkse_herSession";
  private static final String DEVICE = "lkdv_herBrowser";
  private static final String DEVICE_HEADER = "Latchkey-Device";
  private static final String PASSWORD = "plenty of unrelated wörds";
  private static final String NEXT = "four entirely other words";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "GET /account",
          """
          {"id":"1","email":"alice@example.com","name":null,"two_factor_authentication":true,
           "sms_number":null,"created_at":"2026-11-21T10:00:00Z"}
          """,
          "PATCH /account",
          "{}",
          "POST /sessions",
          "{\"token\":\"lkse_next\",\"expires_in\":60}",
          "POST /sessions/~/actions/renew",
          "{\"token\":\"lkse_next\",\"expires_in\":60}");

  private record Asked(String line, Map<String, List<String>> headers, String body) {
    List<String> header(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** {@link GatewayStandIn} sets it. */
  @Nullable HttpServer gateway;

  @BeforeEach
  void listen() {
    requireNonNull(gateway).createContext("/", this::answer);
  }

  @AfterEach
  void listenNoMore() {
    requireNonNull(gateway).removeContext("/");
  }

  @Test
  void a_known_browser_is_told_of_at_every_question() {
    changePassword(browser().cookie("latchkey-dev-device", DEVICE));

    assertThat(asked)
        .extracting(Asked::line)
        .contains("GET /account", "PATCH /account", "POST /sessions/~/actions/renew");
    assertThat(asked)
        .allSatisfy(question -> {
          assertThat(question.header("Authorization")).containsExactly("Bearer " + SESSION);
          assertThat(question.header(DEVICE_HEADER)).containsExactly(DEVICE);
        });
  }

  @Test
  void a_browser_that_is_not_known_says_nothing_of_a_device() {
    changePassword(browser());

    assertThat(asked)
        .isNotEmpty()
        .allSatisfy(question -> assertThat(question.header(DEVICE_HEADER)).isEmpty());
  }

  /** There the edge sees it, which counts a known browser's guesses apart from strangers'. */
  @Test
  void the_current_password_goes_in_the_header_and_not_in_the_body() {
    changePassword(browser().cookie("latchkey-dev-device", DEVICE));

    var change =
        asked.stream().filter(question -> question.line().equals("PATCH /account")).toList();
    assertThat(change).hasSize(1);
    assertThat(change.getFirst().header("Heroku-Password"))
        .containsExactly("UTF-8''plenty%20of%20unrelated%20w%C3%B6rds");
    assertThat(change.getFirst().body()).isEqualTo("{\"new_password\":\"" + NEXT + "\"}");
  }

  @Test
  void a_known_browser_is_told_of_at_its_sign_in() {
    var browser = RestAssured.given().cookie("latchkey-dev-device", DEVICE);

    sent(browser, "/dashboard/sign-in", Map.of("email", "alice@example.com", "password", PASSWORD));

    assertThat(asked).extracting(Asked::line).containsExactly("POST /sessions");
    assertThat(asked.getFirst().header(DEVICE_HEADER)).containsExactly(DEVICE);
    assertThat(asked.getFirst().header("Authorization").getFirst()).startsWith("Basic ");
  }

  private static RequestSpecification browser() {
    return RestAssured.given().cookie("latchkey-dev", SESSION);
  }

  private static void changePassword(RequestSpecification browser) {
    sent(browser, "/dashboard/password", Map.of("password", PASSWORD, "new_password", NEXT));
  }

  /** Opens the page, fills in its form and sends it. */
  private static void sent(RequestSpecification browser, String page, Map<String, String> fields) {
    var opened = RestAssured.given().spec(browser).get(page);
    opened.then().statusCode(200);

    RestAssured.given()
        .spec(browser)
        .redirects()
        .follow(false)
        .cookie("latchkey-dev-forms", opened.cookie("latchkey-dev-forms"))
        .header("Sec-Fetch-Site", "same-origin")
        .formParams(fields)
        .formParam("form_token", token(opened))
        .post(page)
        .then()
        .statusCode(303);
  }

  private static String token(Response page) {
    return page.htmlPath().getString("**.find { it.@name == 'form_token' }.@value");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(new Asked(line, exchange.getRequestHeaders(), body));
    var text = ANSWERS.getOrDefault(line, "{\"id\":\"not_found\",\"message\":\"unknown\"}");
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(ANSWERS.containsKey(line) ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
