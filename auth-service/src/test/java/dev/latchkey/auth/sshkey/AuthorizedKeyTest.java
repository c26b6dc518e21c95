package dev.latchkey.auth.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@QuarkusTest
class AuthorizedKeyTest {

  static final List<SshKeySamples.Sample> SAMPLES = SshKeySamples.ALL;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject InternalPort internal;

  @BeforeEach
  void nobodyHasAKey() throws SQLException {
    try (var database = RealStores.database("auth");
        var statement = database.createStatement()) {
      statement.execute("delete from ssh_key");
    }
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void a_key_of_each_type_is_found_by_what_sshd_says_of_it(SshKeySamples.Sample sample) {
    var alice = people.signedUp();
    add(alice.session(), sample.text() + " alice@laptop");

    for (var said : List.of(sample.text().split(" ", 2)[1], sample.sha256())) {
      find(said)
          .then()
          .statusCode(200)
          .body("account", equalTo(alice.id().toString()))
          .body("public_key", equalTo(sample.text()));
    }
  }

  @Test
  void a_key_that_nobody_has_is_not_found() {
    add(people.signedUp().session(), SshKeySamples.ED25519);
    var other = SshKeySamples.RSA_2048.split(" ", 2)[1];

    for (var said : List.of(other, "no base64!", "SHA256:short", other.substring(4))) {
      find(said).then().statusCode(404).body("resource", equalTo("key"));
    }
  }

  @Test
  void a_removed_key_is_not_found_any_more() {
    var here = people.signedUp().session();
    var id = add(here, SshKeySamples.ED25519).<String>path("id");
    var said = SshKeySamples.ED25519.split(" ", 2)[1];
    find(said).then().statusCode(200);

    gateway.call("DELETE", "/account/keys/" + id).bearer(here).send().then().statusCode(200);

    find(said).then().statusCode(404);
  }

  @Test
  void only_a_git_server_asks_and_it_asks_nothing_else() {
    var alice = people.signedUp();

    ask("/internal/authorized-keys?key=AAAA", "mfa-service").then().statusCode(403);
    ask("/internal/authorized-keys?key=AAAA", "gateway").then().statusCode(403);
    ask("/internal/accounts/" + alice.id() + "/epoch", "git").then().statusCode(403);
    ask("/internal/edge/account", "git").then().statusCode(403);
    ask("/internal/accounts/" + alice.id() + "/epoch", "mfa-service").then().statusCode(200);
  }

  private Response add(String session, String key) {
    var answer =
        gateway
            .call("POST", "/account/keys")
            .bearer(session)
            .json("{\"public_key\":\"%s\"}".formatted(key))
            .send();
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer;
  }

  private Response find(String said) {
    return as("git").queryParam("key", said).get("/internal/authorized-keys");
  }

  private Response ask(String path, String caller) {
    return as(caller).get(path);
  }

  private RequestSpecification as(String caller) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header("Authorization", ServiceCalls.header(caller, Owner.AUTH.service()));
  }
}
