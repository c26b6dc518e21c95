package dev.latchkey.kit.apidocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.Headers;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class CommonPartsTest {

  private final Operation operation =
      OASFactory.createOperation()
          .responses(
              OASFactory.createAPIResponses()
                  .addAPIResponse("200", OASFactory.createAPIResponse().description("OK")));

  @Test
  void a_public_operation_asks_for_what_its_row_asks_for() {
    completed(HttpMethod.DELETE, "/account");

    assertThat(operation.getSecurity()).singleElement().matches(one -> one.hasScheme("token"));
    assertThat(operation.getDescription()).contains("api key").contains("Scope: global");
    assertThat(operation.getParameters())
        .extracting(Parameter::getName)
        .containsExactly(Headers.PASSWORD, Headers.TWO_FACTOR_CODE);
    assertThat(operation.getResponses().getAPIResponses())
        .containsOnlyKeys("200", "401", "403", "422", "429", "503");
  }

  @Test
  void an_anonymous_operation_asks_for_nothing() {
    completed(HttpMethod.POST, "/users");

    assertThat(operation.getSecurity()).isNull();
    assertThat(operation.getParameters()).isNull();
    assertThat(operation.getResponses().getAPIResponses()).doesNotContainKeys("401", "403");
  }

  @Test
  void a_list_comes_in_parts_and_a_part_may_be_none() {
    operation.addParameter(OASFactory.createParameter().name("Range"));

    completed(HttpMethod.GET, "/account/keys");

    assertThat(operation.getResponses().getAPIResponses())
        .containsOnlyKeys("200", "206", "401", "403", "416", "503");
    assertThat(operation.getResponses().getAPIResponse("206").getHeaders())
        .containsKeys("Next-Range", Headers.REQUEST_ID);
  }

  @Test
  void an_internal_operation_is_for_services() {
    completed(HttpMethod.POST, "/internal/cascades");

    assertThat(operation.getSecurity()).singleElement().matches(one -> one.hasScheme("service"));
    assertThat(operation.getParameters()).isNull();
  }

  @Test
  void every_answer_that_is_named_is_there_and_has_an_example_of_each_id() {
    var document = completed(HttpMethod.DELETE, "/account");

    assertThat(operation.getResponses().getAPIResponses())
        .hasEntrySatisfying(
            "403",
            answer -> assertThat(answer.getRef()).isEqualTo("#/components/responses/Problem403"));
    assertThat(document.getComponents().getResponses())
        .hasEntrySatisfying(
            "Problem403",
            answer ->
                assertThat(answer.getContent().getMediaType("application/json").getExamples())
                    .containsOnlyKeys("forbidden", "password_required", "two_factor"));
  }

  @Test
  void every_answer_has_the_request_id() {
    var document = completed(HttpMethod.GET, "/account");

    assertThat(operation.getResponses().getAPIResponses())
        .hasEntrySatisfying(
            "200", answer -> assertThat(answer.getHeaders()).containsKey(Headers.REQUEST_ID));
    assertThat(document.getComponents().getResponses().values())
        .allMatch(answer -> answer.getHeaders().containsKey(Headers.REQUEST_ID));
  }

  private OpenAPI completed(HttpMethod method, String path) {
    var item = OASFactory.createPathItem();
    item.setOperation(method, operation);
    var document =
        OASFactory.createOpenAPI().paths(OASFactory.createPaths().addPathItem(path, item));
    new CommonParts().filterOpenAPI(document);
    return document;
  }
}
