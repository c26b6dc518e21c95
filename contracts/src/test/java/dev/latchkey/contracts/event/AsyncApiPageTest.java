package dev.latchkey.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.json} says what the code says; {@code -Dlatchkey.golden=rewrite}. */
class AsyncApiPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("latchkey.root", "..")).resolve("docs/asyncapi.json");

  @Test
  void the_document_says_what_types_topics_and_schemas_say() throws IOException {
    var text = AsyncApi.text(AsyncApi.document());

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(PAGE, text);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(text);
  }

  @Test
  void every_reference_leads_somewhere() {
    var document = AsyncApi.document();

    assertThat(references(document))
        .isNotEmpty()
        .allSatisfy(target ->
            assertThat(document.at(target.substring(1)).isMissingNode()).as(target).isFalse());
  }

  @Test
  void every_topic_is_there_and_every_type_is_said_once() {
    var document = AsyncApi.document();

    var said =
        document
            .path("operations")
            .valueStream()
            .filter(operation -> operation.path("action").asText().equals("send"))
            .flatMap(operation -> operation.path("messages").valueStream())
            .map(message -> message.path("$ref").asText().replaceAll(".*/", ""))
            .distinct() // A topic may have two speakers.
            .toList();

    assertThat(document.path("channels").valueStream().map(c -> c.path("address").asText()))
        .containsAll(Stream.of(Topic.values()).map(Topic::topic).toList())
        .doesNotHaveDuplicates();
    assertThat(said)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(EventType.values()).map(type -> type.fact().getSimpleName()).toList());
  }

  private static List<String> references(JsonNode node) {
    var found = new ArrayList<String>();
    for (var value : node.findValues("$ref")) {
      found.add(value.asText());
    }
    return found;
  }
}
