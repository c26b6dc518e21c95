package dev.latchkey.contracts.event;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas and golden samples are what other programs rely on. {@code -Dlatchkey.golden=rewrite}
 * rewrites the samples; a schema is changed by hand, and only by adding what may be missing.
 */
class EventSchemasTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final ObjectWriter PRETTY =
      JSON.writer(
          new DefaultPrettyPrinter()
              .withArrayIndenter(new DefaultIndenter("  ", "\n"))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Test
  void every_event_type_has_a_sample() {
    assertThat(Samples.ALL.stream().map(EventType::of)).containsExactly(EventType.values());
  }

  @Test
  void no_file_is_left_over() throws IOException {
    var names = Stream.of(EventType.values()).map(EventSchemasTest::fileName).toList();

    assertThat(namesIn("schemas")).containsExactlyInAnyOrderElementsOf(names);
    assertThat(namesIn("samples")).containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_written_as_its_sample_shows(Event fact) throws IOException {
    var file = RESOURCES.resolve("samples").resolve(fileName(EventType.of(fact)));
    var text = PRETTY.writeValueAsString(fact) + "\n";

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(file, text);
    }

    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @Tag("attack-69")
  void a_sample_is_read_as_the_event(Event fact) throws IOException {
    assertThat(JSON.treeToValue(sample(EventType.of(fact)), fact.getClass())).isEqualTo(fact);
  }

  @ParameterizedTest
  @EnumSource
  void a_sample_is_valid(EventType type) throws IOException {
    assertThat(schema(type).validate(sample(type))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_names_the_event_and_all_its_parts(EventType type) throws IOException {
    var schema = schema(type).getSchemaNode();

    assertThat(schema.path("$id").asText()).isEqualTo(type.schema());
    assertThat(schema.path("title").asText()).isEqualTo(type.fact().getSimpleName());
    assertThat(schema.path("properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(parts(type).map(RecordComponent::getName).toList());
    assertThat(texts(schema.path("required"))).isEqualTo(promised(type));
  }

  @ParameterizedTest
  @EnumSource
  void a_schema_lists_every_word_of_an_enum(EventType type) throws IOException {
    var properties = schema(type).getSchemaNode().path("properties");

    for (var part : parts(type).filter(part -> part.getType().isEnum()).toList()) {
      assertThat(texts(properties.path(part.getName()).path("enum")))
          .isEqualTo(texts(JSON.valueToTree(part.getType().getEnumConstants())));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("attack-69")
  void what_is_promised_must_be_there_and_the_rest_may_be_missing(EventType type)
      throws IOException {
    for (var part : parts(type).toList()) {
      var without = (ObjectNode) sample(type);
      without.remove(part.getName());

      var valid = schema(type).validate(without).isEmpty();

      assertThat(valid).as(part.getName()).isEqualTo(!promised(type).contains(part.getName()));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("attack-69")
  void a_reader_ignores_what_a_newer_speaker_adds(EventType type) throws IOException {
    var newer = (ObjectNode) sample(type);
    newer.putObject("added").put("later", true);

    assertThat(schema(type).validate(newer)).isEmpty();
    assertThat(JSON.treeToValue(newer, type.fact())).isNotNull();
  }

  private static Stream<Event> samples() {
    return Samples.ALL.stream();
  }

  private static JsonNode sample(EventType type) throws IOException {
    return JSON.readTree(RESOURCES.resolve("samples").resolve(fileName(type)).toFile());
  }

  private static JsonSchema schema(EventType type) throws IOException {
    var text = Files.readString(RESOURCES.resolve("schemas").resolve(fileName(type)));
    var formatsCount = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, formatsCount);
  }

  private static String fileName(EventType type) {
    return type.fact().getSimpleName() + ".v1.json";
  }

  private static Set<String> namesIn(String folder) throws IOException {
    try (var files = Files.list(RESOURCES.resolve(folder))) {
      return files.map(file -> file.toFile().getName()).collect(toSet());
    }
  }

  private static Stream<RecordComponent> parts(EventType type) {
    return Stream.of(type.fact().getRecordComponents());
  }

  private static Set<String> promised(EventType type) {
    return parts(type)
        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .collect(toSet());
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).collect(toSet());
  }
}
