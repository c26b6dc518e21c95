package dev.latchkey.notification.securitylog;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.kit.testkit.ServiceCalls;
import dev.latchkey.notification.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class OperatorLogTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Inject InternalPort internal;

  private final AccountId alice = new AccountId(UUID.randomUUID());

  @Test
  void an_operator_reads_the_log_and_that_is_a_line_of_it() {
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    OtherServiceSays.that(
        new OperatorActed(alice, NOON.plusSeconds(1), "operator.anna", Deed.LOOKED_UP));
    written(2);

    events("")
        .statusCode(200)
        .body("type", contains("operator_acted", "operator_acted", "email_verified"))
        .body("[0].data.deed", equalTo("log_read"))
        .body("[0].data.operator", equalTo(ServiceCalls.SECOND_OPERATOR))
        .body("[1].data.deed", equalTo("looked_up"))
        .body("[1].data.operator", equalTo("operator.anna"));
  }

  @Test
  void reading_on_is_the_same_reading() {
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    written(1);
    var next =
        events("id ..; max=1").statusCode(206).body("", hasSize(1)).extract().header("Next-Range");

    events(next).statusCode(200).body("type", contains("email_verified"));

    written(2);
  }

  private ValidatableResponse events(String range) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header(
            "Authorization",
            ServiceCalls.operator(ServiceCalls.SECOND_OPERATOR, Owner.NOTIFICATION))
        .header("Range", range)
        .get("/internal/operator/accounts/" + alice + "/events")
        .then();
  }

  private void written(int lines) {
    Awaitility.await()
        .until(() -> Rows.count("security_event where account = '" + alice + "'") == lines);
  }
}
