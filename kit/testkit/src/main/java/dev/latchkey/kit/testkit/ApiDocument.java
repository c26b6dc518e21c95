package dev.latchkey.kit.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** The OpenAPI document of the service under test, as it is served on the internal port. */
public final class ApiDocument {

  private static final String PATH = "/q/openapi";

  private ApiDocument() {}

  /** Fails when the golden file {@code openapi.yaml} says something else. */
  public static void mustBeCheckedIn() {
    Golden.sample("openapi.yaml").mustSay(text(PATH));
  }

  /** The operations that don't say in a sentence what they do: {@code GET /account}. */
  public static List<String> withoutSummary() {
    return json()
        .path("paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .filter(operation -> operation.getValue().has("responses"))
                .filter(operation -> !operation.getValue().has("summary"))
                .map(operation -> operation.getKey() + " " + path.getKey()))
        .toList();
  }

  private static JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(text(PATH + "?format=json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the document is not JSON", e);
    }
  }

  private static String text(String path) {
    return given()
        .port(Integer.getInteger("latchkey.internal.actual-port"))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
