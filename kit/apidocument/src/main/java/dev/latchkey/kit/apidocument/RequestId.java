package dev.latchkey.kit.apidocument;

import dev.latchkey.contracts.identity.Headers;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The header that each answer has. */
final class RequestId {

  private RequestId() {}

  static void addTo(Components components) {
    components.addHeader(
        Headers.REQUEST_ID,
        OASFactory.createHeader()
            .description(
                "The client's own, or one that was made; to be named when asking for help.")
            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
  }

  static void add(Operation operation) {
    operation.getResponses().getAPIResponses().values().stream()
        .filter(answer -> answer.getRef() == null)
        .forEach(RequestId::add);
  }

  static void add(APIResponse answer) {
    answer.addHeader(Headers.REQUEST_ID, OASFactory.createHeader().ref(Headers.REQUEST_ID));
  }
}
