package dev.latchkey.notification;

import static io.restassured.RestAssured.given;

import dev.latchkey.kit.testkit.Golden;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest {

  @Test
  void the_document_that_is_checked_in_says_what_the_service_does() {
    var document =
        given()
            .port(Integer.getInteger("latchkey.internal.actual-port"))
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    Golden.sample("openapi.yaml").mustSay(document);
  }
}
