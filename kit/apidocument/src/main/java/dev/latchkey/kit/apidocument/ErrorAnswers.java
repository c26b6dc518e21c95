package dev.latchkey.kit.apidocument;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.StepUp;
import dev.latchkey.kit.problem.CommonProblem;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that say no: one a status, with an example of each common id. */
final class ErrorAnswers {

  private static final String SCHEMA = "Problem";
  private static final String URL = "https://latchkey.dev/errors#";

  private ErrorAnswers() {}

  static void addTo(Components components) {
    components.addSchema(SCHEMA, schema());
    Stream.of(CommonProblem.values())
        .collect(groupingBy(CommonProblem::status, TreeMap::new, toList()))
        .forEach((status, types) -> components.addResponse(SCHEMA + status, answer(types)));
  }

  static void forServices(Operation operation) {
    var statuses = new TreeSet<>(List.of(401, 503));
    addForInput(operation, statuses);
    refer(operation, statuses);
  }

  static void add(Operation operation, Endpoint endpoint) {
    var statuses = new TreeSet<>(List.of(503));
    addForInput(operation, statuses);
    if (!endpoint.anonymous()) {
      statuses.addAll(List.of(401, 403));
    }
    if (endpoint.signsIn() || endpoint.anonymous() || endpoint.stepUp() != StepUp.NONE) {
      statuses.add(429);
    }
    if (endpoint.stepUp() != StepUp.NONE) {
      // A password that is shown is checked, also where none is asked for.
      statuses.add(422);
    }
    refer(operation, statuses);
  }

  private static void addForInput(Operation operation, TreeSet<Integer> statuses) {
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(400, 413, 415, 422));
    }
    if (Optional.ofNullable(operation.getParameters()).orElseGet(List::of).stream()
        .anyMatch(parameter -> "path".equals(String.valueOf(parameter.getIn())))) {
      statuses.add(404);
    }
    if (ListParts.comesInParts(operation)) {
      statuses.add(416);
    }
  }

  private static void refer(Operation operation, TreeSet<Integer> statuses) {
    for (int status : statuses) {
      // Bean validation's own 400 has no body to speak of; ours is 422.
      operation
          .getResponses()
          .addAPIResponse(
              Integer.toString(status), OASFactory.createAPIResponse().ref(SCHEMA + status));
    }
  }

  private static Schema schema() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("Every error. What to do about each id: docs/errors.md.")
        .addProperty("id", text("For ever; what a client compares."))
        .addProperty("message", text("For a person; may change."))
        .addProperty("url", text("The page that explains the id."))
        .addProperty("resource", text("With some 404s: what is not there."))
        .required(List.of("id", "message", "url"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }

  private static APIResponse answer(List<CommonProblem> types) {
    var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
    types.forEach(type -> media.addExample(type.id(), example(type)));
    var answer =
        OASFactory.createAPIResponse()
            .description(types.getFirst().message())
            .content(OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, media));
    RequestId.add(answer);
    if (types.contains(CommonProblem.RATE_LIMIT) || types.contains(CommonProblem.UNAVAILABLE)) {
      answer.addHeader("Retry-After", retryAfter());
    }
    return answer;
  }

  private static Example example(CommonProblem type) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", type.id());
    body.put("message", type.message());
    body.put("url", URL + type.id());
    return OASFactory.createExample().value(body);
  }

  private static Header retryAfter() {
    return OASFactory.createHeader()
        .description("Seconds.")
        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
  }
}
