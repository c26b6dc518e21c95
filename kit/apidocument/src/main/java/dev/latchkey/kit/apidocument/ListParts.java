package dev.latchkey.kit.apidocument;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What a list that comes in parts answers while there is more: see kit/paging. */
final class ListParts {

  private static final String PART = "206";

  private ListParts() {}

  /** True when a client may ask for a part. */
  static boolean comesInParts(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElseGet(List::of).stream()
        .anyMatch(parameter -> "Range".equals(parameter.getName()));
  }

  static void add(Operation operation) {
    var answers = operation.getResponses();
    var whole = answers.getAPIResponse("200");
    if (whole == null || !comesInParts(operation)) {
      return;
    }
    answers.addAPIResponse(
        PART,
        OASFactory.createAPIResponse()
            .description("Part of the list")
            .content(whole.getContent())
            .addHeader("Next-Range", nextRange()));
  }

  private static Header nextRange() {
    return OASFactory.createHeader()
        .description("The Range that asks for the next part.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }
}
