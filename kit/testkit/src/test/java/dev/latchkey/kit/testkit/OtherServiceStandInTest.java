package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherServiceStandInTest {

  private final OtherServiceStandIn token = OtherServiceStandIn.of(Owner.TOKEN);
  private final String url = "http://127.0.0.1:" + OtherServiceStandIn.portOf(Owner.TOKEN);

  @AfterEach
  void forget() {
    token.reset();
  }

  @Test
  void it_answers_what_the_test_says_and_shows_what_was_asked() {
    var unused = token.answer("POST /internal/introspect", 200, "{\"active\":false}");

    var answer =
        RestAssured.given()
            .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.TOKEN))
            .body("{\"token\":\"x\"}")
            .post(url + "/internal/introspect");

    assertThat(answer.jsonPath().getBoolean("active")).isFalse();
    assertThat(token.received())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.body()).isEqualTo("{\"token\":\"x\"}");
          assertThat(request.headers().get("Authorization")).startsWith("Bearer ");
        });
  }

  @Test
  void it_knows_nothing_else() {
    assertThat(RestAssured.get(url + "/internal/accounts/1/authorizations").statusCode())
        .isEqualTo(404);
  }
}
