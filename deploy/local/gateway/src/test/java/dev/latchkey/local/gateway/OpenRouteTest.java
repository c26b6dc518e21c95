package dev.latchkey.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.local.gateway.OtherServerStandIn.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages: nobody is asked about these requests, and nobody's word in them is believed. */
class OpenRouteTest {

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
  void a_page_is_asked_for_with_the_cookie_and_without_the_edge() throws Exception {
    house.web().answer(asked -> new Answer(303, Map.of("Set-Cookie", "b=2", "Location", "/x"), ""));

    var answer = house.send(house.request("/dashboard/sign-in?to=a").header("Cookie", "a=1; c=3"));
    house.web().answer(asked -> Answer.of(200, "<p>a page"));

    var seen = house.web().asked().getFirst();
    assertThat(seen.uri()).isEqualTo("/dashboard/sign-in?to=a");
    assertThat(seen.header("Cookie")).isEqualTo("a=1; c=3");
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    assertThat(seen.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:8080");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie")).contains("b=2");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(house.edge().asked()).isEmpty();
  }

  @Test
  void a_form_arrives_and_one_that_is_too_large_does_not() throws Exception {
    var form = house.request("/dashboard/sign-in").POST(BodyPublishers.ofString("a=b"));
    var large =
        house.request("/dashboard").POST(BodyPublishers.ofString("y".repeat(64 * 1024 + 1)));

    assertThat(house.send(form).statusCode()).isEqualTo(200);
    assertThat(house.send(large).statusCode()).isEqualTo(413);

    assertThat(house.web().asked()).hasSize(1);
    assertThat(house.web().asked().getFirst().body()).isEqualTo("a=b");
  }

  @Test
  void the_root_is_a_page_too_and_nothing_beside() throws Exception {
    assertThat(house.send(house.request("/")).statusCode()).isEqualTo(200);
    assertThat(house.send(house.request("/dashboard")).statusCode()).isEqualTo(200);
    assertThat(house.send(house.request("/dashboards")).statusCode()).isEqualTo(404);
    assertThat(house.send(house.request("/dashboard").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void nothing_that_only_the_platform_may_say_and_no_other_credential_comes_through()
      throws Exception {
    var head = new StringBuilder("GET /dashboard HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
    for (var names : List.of(Headers.INTERNAL, Headers.FROM_WEB, Headers.CREDENTIALS)) {
      names.stream()
          .filter(name -> !name.equals("Cookie"))
          .forEach(name -> head.append(name).append(": forged\r\n"));
    }
    head.append("latchkey_identity: forged\r\nX-Forwarded-For: forged\r\n");
    head.append("X-Real-Ip: forged\r\nForwarded: forged\r\nCookie: kept\r\n\r\n");

    var answer = house.gateway().raw(head.toString());

    assertThat(answer).startsWith("HTTP/1.1 200");
    var seen = house.web().asked().getFirst();
    assertThat(seen.headers().toString()).doesNotContain("forged");
    assertThat(seen.header("Cookie")).isEqualTo("kept");
    assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
  }
}
