package dev.latchkey.kit.problem;

import static dev.latchkey.kit.problem.Client.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReceptionTest {

  private static Client client() {
    return Client.here();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.heroku+json; version=3",
        "application/vnd.heroku+json; version=3.with_vaas_info",
        "Application/Vnd.Heroku+Json;version=3",
        "application/vnd.heroku+json; version=3, */*;q=0.1",
        "application/json",
        "*/*"
      })
  void the_types_of_herokus_clients_are_answered(String accept) {
    var answer = send(client().to("/parrot").header("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
  }

  @Test
  void a_body_of_herokus_type_is_read() {
    var request =
        client()
            .to("/parrot")
            .header("Content-Type", "application/vnd.heroku+json; version=3")
            .POST(BodyPublishers.ofString("{\"text\":\"a\",\"times\":1}"));

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void a_request_id_is_made_for_who_has_none() {
    var first = client().get("/parrot").headers().firstValue("Request-Id").orElseThrow();
    var second = client().get("/nowhere").headers().firstValue("Request-Id").orElseThrow();

    assertThat(UUID.fromString(first).version()).isEqualTo(4);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void the_clients_request_ids_are_echoed() {
    var ids = UUID.randomUUID() + "," + UUID.randomUUID();

    assertThat(requestId(ids)).isEqualTo(ids);
  }

  @Test
  void a_long_list_of_request_ids_is_cut() {
    assertThat(requestId("an-id,".repeat(1500))).hasSize(7997);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "two words",
        "alice@example.com",
        "lkse_0000000000000000000000000000000000000"
      })
  void a_request_id_that_could_be_something_else_is_replaced(String sent) {
    assertThat(UUID.fromString(requestId(sent)).version()).isEqualTo(4);
  }

  private String requestId(String sent) {
    return send(client().to("/parrot").header("Request-Id", sent))
        .headers()
        .firstValue("Request-Id")
        .orElseThrow();
  }
}
