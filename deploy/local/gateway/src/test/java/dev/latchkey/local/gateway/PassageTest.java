package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

  private static Neighbourhood house;

  @BeforeAll
  static void start() throws Exception {
    house = new Neighbourhood();
  }

  @AfterAll
  static void stop() throws IOException {
    house.close();
  }

  @BeforeEach
  void forget() {
    house.forget();
  }

  @Test
  void a_request_reaches_its_service_as_who_the_edge_says() throws Exception {
    var answer =
        house.send(house.request("/account?a=b%20c").header("Authorization", "Bearer lkse_secret"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"from\":\"auth\"}");
    var seen = house.auth().asked().getFirst();
    assertThat(seen.uri()).isEqualTo("/account?a=b%20c");
    assertThat(seen.header(Headers.IDENTITY)).isEqualTo("signed.by.edge");
  }

  @Test
  void a_refusal_of_the_edge_passes_through_with_body_and_headers() throws Exception {
    var body = "{\"id\":\"two_factor\",\"message\":\"m\",\"challenge\":\"c\"}";
    house
        .edge()
        .answer(asked ->
            new Answer(
                403,
                Map.of(
                    Headers.TWO_FACTOR_REQUIRED,
                    "true",
                    "Content-Type",
                    "application/json",
                    Headers.IDENTITY,
                    "not for clients"),
                body));

    var answer = house.send(house.request("/account"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue(Headers.TWO_FACTOR_REQUIRED)).contains("true");
    assertThat(answer.headers().firstValue(Headers.IDENTITY)).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(house.auth().asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 302, 204})
  void anything_else_from_the_edge_is_a_constant_503_and_nothing_passes(int status)
      throws Exception {
    house.edge().answer(asked -> new Answer(status, Map.of(Headers.IDENTITY, "x"), ""));

    var answer = house.send(house.request("/account"));

    unavailable(answer);
    assertThat(house.auth().asked()).isEmpty();
  }

  @Test
  void an_edge_that_does_not_answer_in_time_is_a_503_after_about_a_second() throws Exception {
    house
        .edge()
        .answer(asked -> {
          pause(Duration.ofSeconds(3));
          return Neighbourhood.AS_ALICE;
        });
    var begun = System.nanoTime();

    var answer = house.send(house.request("/account"));

    unavailable(answer);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    assertThat(house.auth().asked()).isEmpty();
  }

  @Test
  void a_request_id_is_echoed_also_a_long_list_and_made_where_there_is_none() throws Exception {
    var list = "a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d,".repeat(180) + "last";

    var echoed = house.send(house.request("/account").header("Request-Id", list));
    var made = house.send(house.request("/account"));

    assertThat(echoed.headers().firstValue("Request-Id")).contains(list);
    assertThat(made.headers().firstValue("Request-Id").orElseThrow()).hasSize(36);
    assertThat(house.auth().asked().getLast().header("Request-Id"))
        .isEqualTo(made.headers().firstValue("Request-Id").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lkse_inrequestid", "alice@example.com", "{\"a\":1}", "one two"})
  void a_request_id_that_could_be_a_secret_is_replaced_before_anybody_notes_it(String sent)
      throws Exception {
    var answer = house.send(house.request("/account").header("Request-Id", sent));
    var turnedAway = house.send(house.request("/nowhere").header("Request-Id", sent));

    var made = answer.headers().firstValue("Request-Id").orElseThrow();
    assertThat(made).hasSize(36);
    assertThat(turnedAway.headers().firstValue("Request-Id").orElseThrow()).hasSize(36);
    assertThat(house.auth().asked().getLast().header("Request-Id")).isEqualTo(made);
    assertThat(house.edge().asked().getLast().header("Request-Id")).isEqualTo(made);
    assertThat(eventually(made)).isNotEmpty();
    assertThat(String.join("\n", house.gateway().log())).doesNotContain(sent);
  }

  @Test
  void an_answer_without_a_body_and_a_large_one_come_through() throws Exception {
    house.auth().answer(asked -> Answer.of(204, ""));
    var empty = house.send(house.request("/account").DELETE());
    var large = "x".repeat(3_000_000);
    house.auth().answer(asked -> Answer.of(200, large));
    var full = house.send(house.request("/account"));
    house.auth().answer(asked -> Answer.of(200, "{\"from\":\"auth\"}"));

    assertThat(empty.statusCode()).isEqualTo(204);
    assertThat(empty.headers().firstValue("Transfer-Encoding")).isEmpty();
    assertThat(full.body()).isEqualTo(large);
  }

  @Test
  void a_body_of_exactly_64_kib_arrives_whole() throws Exception {
    var body = "y".repeat(64 * 1024);

    house.send(house.request("/account").method("PATCH", BodyPublishers.ofString(body)));

    assertThat(house.auth().asked().getFirst().body()).isEqualTo(body);
  }

  @Test
  void a_chunked_body_travels_on_with_a_length() throws Exception {
    house
        .gateway()
        .raw(
            """
            POST /users HTTP/1.1\r
            Host: a\r
            Transfer-Encoding: chunked\r
            Connection: close\r
            \r
            3\r
            abc\r
            2\r
            de\r
            0\r
            Latchkey-Identity: forged trailer\r
            \r
            """);

    var seen = house.auth().asked().getFirst();
    assertThat(seen.body()).isEqualTo("abcde");
    assertThat(seen.header("Content-Length")).isEqualTo("5");
    assertThat(seen.header("Transfer-Encoding")).isEmpty();
    assertThat(seen.headers().toString()).doesNotContain("forged");
  }

  @Test
  void requests_in_one_packet_and_in_single_bytes_are_answered_in_turn() throws Exception {
    house
        .auth()
        .answer(asked -> Answer.of(200, "<" + asked.header("X-Number") + asked.body() + ">"));
    var requests = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      requests.append("PATCH /account HTTP/1.1\r\nHost: a\r\nX-Number: ").append(i);
      requests.append(i < 19 ? "\r\nContent-Length: 1\r\n\r\n!" : "\r\nConnection: close\r\n\r\n");
    }

    var answers = house.gateway().raw(requests.toString());
    var trickled = house.gateway().raw(requests.toString(), 1);
    house.auth().answer(asked -> Answer.of(200, "{\"from\":\"auth\"}"));

    for (var all : List.of(answers, trickled)) {
      assertThat(all.replaceAll("(?s)[^<]*<([0-9]+!?)>[^<]*", "$1 "))
          .isEqualTo("0! 1! 2! 3! 4! 5! 6! 7! 8! 9! 10! 11! 12! 13! 14! 15! 16! 17! 18! 19 ");
    }
  }

  @Test
  @Tag("attack-51")
  void the_access_log_has_the_template_and_no_secret() throws Exception {
    house.send(
        house
            .request("/account/keys/lkse_inpath?token=lkot_inquery")
            .header("Authorization", "Bearer lkse_inheader")
            .header("Request-Id", "first,the-last"));

    var line = eventually("\"requestId\":\"the-last\"");
    assertThat(line)
        .contains("\"route\":\"/account/keys/{key}\"", "\"status\":200", "auth-service");
    assertThat(String.join("\n", house.gateway().log()))
        .doesNotContain("inpath", "inquery", "inheader");
  }

  private static String eventually(String text) throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      var line = house.gateway().log().stream().filter(one -> one.contains(text)).findFirst();
      if (line.isPresent()) {
        return line.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not logged: " + text);
  }

  private static void unavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(answer.body()).getString("id")).isEqualTo("unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue(Headers.IDENTITY)).isEmpty();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
