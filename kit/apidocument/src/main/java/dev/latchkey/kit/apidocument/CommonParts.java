package dev.latchkey.kit.apidocument;

import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Verb;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes a service's document while the service is built. A public operation is described as a
 * client meets it, in front of the gateway: the edge's answers are part of it.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class CommonParts implements OASFilter {

  private static final String INTERNAL = "/internal/";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var components =
        Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
    document.setComponents(components);
    ErrorAnswers.addTo(components);
    Credentials.addTo(components);
    RequestId.addTo(components);
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations().forEach((method, operation) -> complete(operation, path, method)));
  }

  private static void complete(Operation operation, String path, PathItem.HttpMethod method) {
    if (path.startsWith(INTERNAL)) {
      Credentials.forServices(operation);
      ErrorAnswers.forServices(operation);
    } else {
      verb(method)
          .flatMap(verb -> Endpoints.find(verb, path))
          .ifPresent(endpoint -> {
            Credentials.add(operation, endpoint);
            ListParts.add(operation);
            ErrorAnswers.add(operation, endpoint);
          });
    }
    RequestId.add(operation);
    operation.getResponses().getAPIResponses().forEach(CommonParts::describe);
  }

  /** OpenAPI wants a description of each answer; where nobody gave one, HTTP's own word does. */
  private static void describe(String status, APIResponse answer) {
    if (answer.getRef() == null && answer.getDescription() == null) {
      var known = Response.Status.fromStatusCode(Integer.parseInt(status));
      answer.setDescription(known == null ? status : known.getReasonPhrase());
    }
  }

  private static Optional<Verb> verb(PathItem.HttpMethod method) {
    return Stream.of(Verb.values()).filter(verb -> verb.name().equals(method.name())).findFirst();
  }
}
