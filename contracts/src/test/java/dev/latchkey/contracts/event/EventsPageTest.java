package dev.latchkey.contracts.event;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code docs/events.md} is written from the types, topics and schemas; {@code
 * -Dlatchkey.golden=rewrite} rewrites it.
 */
class EventsPageTest {

  private static final Path ROOT = Path.of(System.getProperty("latchkey.root", ".."));
  private static final Path PAGE = ROOT.resolve("docs/events.md");
  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Fields that each event has; the page explains them once. */
  private static final Set<String> COMMON = Set.of("account", "at", "origin");

  @Test
  void the_page_says_what_types_topics_and_schemas_say() throws IOException {
    var page = page();

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  /** The table of hearers can't see the ears themselves, but it can see what they listen to. */
  @ParameterizedTest
  @EnumSource
  void a_service_listens_to_the_topics_of_the_events_that_it_hears(Owner service)
      throws IOException {
    var topics =
        Stream.of(EventType.values())
            .filter(type -> type.heardBy().contains(service))
            .map(type -> type.topic().topic())
            .collect(toSet());

    assertThat(incoming(service)).isEqualTo(topics);
  }

  private static String page() {
    return """
    # The events, topic by topic

    Generated from `EventType`, `Topic` and the JSON Schemas in `contracts`; a test compares it. CloudEvents 1.0 in Kafka's
    binary mode: `ce_id` is the same however often an event is sent, key and `ce_subject` are the account, `ce_dataschema` names
    the schema (`contracts/src/main/resources/schemas`; a sample of each is beside it, in `samples`).

    Every event has `account` and `at`, the speaker's clock; most have `origin`: where it came from (IP address, client), sealed
    to notification-service. The tables list what else there is; a field with `?` may be missing. A reader skips types and
    fields that it does not know. What a service can't read or handle goes to `<topic>.<service>.dlq`
    ([runbook](runbooks/dead-letters.md)).

    `%s` proves who said it: a JWS without its payload (RFC 7515, appendix F), ES256 under the speaker's service key, `typ` `%s`, `kid`
    the key's id. Its payload is topic, key and %s, each followed by a line feed, then the body as it is.
    A hearer looks at it before it reads anything else; what has no proof, or another's, goes to the dead letters
    ([ADR 23](adr/0023-signed-events.md)).

    %s
    """
        .formatted(
            EventProof.HEADER,
            EventProof.TYPE,
            EventProof.SIGNED.stream().map(name -> "`" + name + "`").collect(joining(", ")),
            Stream.of(Topic.values()).map(EventsPageTest::section).collect(joining("\n\n")));
  }

  private static String section(Topic topic) {
    return """
    ## `%s`

    Said by %s, kept for %s.

    | event | heard by | type | fields |
    |---|---|---|---|
    %s\
    """
        .formatted(
            topic.topic(),
            topic.saidBy().stream().map(Owner::service).collect(joining(" and ")),
            words(topic.retention()),
            Stream.of(EventType.values())
                .filter(type -> type.topic() == topic)
                .map(EventsPageTest::row)
                .collect(joining("\n")));
  }

  private static String row(EventType type) {
    var schema = schema(type);
    return "| <a id=\"%s\"></a>**%s**: %s | %s | `%s` | %s |"
        .formatted(
            schema.path("title").asText(),
            schema.path("title").asText(),
            schema.path("description").asText(),
            hearers(type.heardBy()),
            type.type(),
            fields(schema));
  }

  private static String hearers(List<Owner> hearers) {
    return hearers.isEmpty()
        ? "nobody yet"
        : hearers.stream().map(Owner::service).collect(joining(", "));
  }

  private static String fields(JsonNode schema) {
    var required = schema.path("required").valueStream().map(JsonNode::asText).collect(toSet());
    var fields =
        schema
            .path("properties")
            .propertyStream()
            .filter(field -> !COMMON.contains(field.getKey()))
            .map(field ->
                "`%s`%s %s"
                    .formatted(
                        field.getKey(),
                        required.contains(field.getKey()) ? "" : "?",
                        meaning(field.getValue())))
            .collect(joining("<br>"));
    return fields.isEmpty() ? "–" : fields;
  }

  private static String meaning(JsonNode field) {
    var text = field.path("description").asText();
    if (!field.has("enum")) {
      return text;
    }
    return field
        .path("enum")
        .valueStream()
        .map(word -> "`" + word.asText() + "`")
        .collect(joining(", ", text + " One of ", "."));
  }

  private static String words(Duration time) {
    return time.toDays() > 0 ? time.toDays() + " days" : time.toMinutes() + " minutes";
  }

  private static JsonNode schema(EventType type) {
    var file = SCHEMAS.resolve(type.fact().getSimpleName() + ".v1.json").toFile();
    try {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> incoming(Owner service) throws IOException {
    var file = ROOT.resolve(service.service()).resolve("src/main/resources/application.properties");
    var settings = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      settings.load(text);
    }
    return settings.stringPropertyNames().stream()
        .filter(name -> name.matches("mp\\.messaging\\.incoming\\..+\\.topic"))
        .map(settings::getProperty)
        .collect(toSet());
  }
}
