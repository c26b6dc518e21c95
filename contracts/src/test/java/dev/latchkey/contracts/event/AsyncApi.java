package dev.latchkey.contracts.event;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One AsyncAPI 3.0 document of all topics, from {@code Topic}, {@code EventType} and schemas. */
final class AsyncApi {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Path FOLDER = Path.of("src/main/resources");
  private static final String BINDING = "0.5.0";

  private AsyncApi() {}

  static ObjectNode document() {
    var document = JSON.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Latchkey: events")
        .put("version", "1")
        .put("description", ABOUT);
    document
        .putObject("servers")
        .putObject("local")
        .put("host", "127.0.0.1:19092")
        .put("protocol", "kafka")
        .put("description", "What ./dev up starts; elsewhere LATCHKEY_KAFKA names it.");
    document.put("defaultContentType", "application/json");
    channels(document.putObject("channels"));
    operations(document.putObject("operations"));
    var messages = document.putObject("components").putObject("messages");
    Stream.of(EventType.values())
        .forEach(type -> message(type, messages.putObject(type.fact().getSimpleName())));
    return document;
  }

  static String text(JsonNode document) {
    try {
      return JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String ABOUT =
      "Generated from contracts; a test compares it. CloudEvents 1.0 in Kafka's binary mode, keyed"
          + " by account. Delivered at least once, in order for one account and one topic; ce_id is"
          + " the same however often an event is sent. Readers skip types and fields that they do"
          + " not know.";

  private static final String PROOF =
      "The speaker's JWS without its payload (RFC 7515, appendix F), ES256, typ "
          + EventProof.TYPE
          + ". The payload is topic, key, "
          + String.join(", ", EventProof.SIGNED)
          + ", each followed by a line feed, then the body.";

  private static void channels(ObjectNode channels) {
    for (var topic : Topic.values()) {
      var channel = channels.putObject(name(topic));
      channel
          .put("address", topic.topic())
          .put("description", "Said by " + services(topic.saidBy()) + ".");
      var messages = channel.putObject("messages");
      types(topic).forEach(type -> refer(messages.putObject(simple(type)), component(type)));
      channel
          .putObject("bindings")
          .putObject("kafka")
          .put("topic", topic.topic())
          .put("bindingVersion", BINDING)
          .putObject("topicConfiguration")
          .put("retention.ms", topic.retention().toMillis());
    }
    for (var topic : Topic.values()) {
      hearers(topic)
          .forEach(hearer ->
              channels
                  .putObject(name(topic) + "." + hearer.service() + ".dlq")
                  .put("address", topic.deadLetters(hearer))
                  .put(
                      "description",
                      "What %s could not read or handle, as it came.".formatted(hearer.service())));
    }
  }

  private static void operations(ObjectNode operations) {
    for (var topic : Topic.values()) {
      for (var speaker : topic.saidBy()) {
        operation(operations, speaker, "says", "send", topic, types(topic));
      }
      for (var hearer : hearers(topic)) {
        var heard = types(topic).stream().filter(type -> type.heardBy().contains(hearer)).toList();
        operation(operations, hearer, "hears", "receive", topic, heard);
      }
    }
  }

  private static void operation(
      ObjectNode operations,
      Owner service,
      String verb,
      String action,
      Topic topic,
      List<EventType> types) {
    var operation = operations.putObject(service.service() + "." + verb + "." + name(topic));
    operation
        .put("action", action)
        .put("summary", "%s %s %s".formatted(service.service(), verb, topic.topic()));
    var channel = "#/channels/" + name(topic);
    refer(operation.putObject("channel"), channel);
    var messages = operation.putArray("messages");
    types.forEach(type -> refer(messages.addObject(), channel + "/messages/" + simple(type)));
  }

  private static void message(EventType type, ObjectNode message) {
    var schema = (ObjectNode) read("schemas", type);
    message
        .put("name", type.type())
        .put("title", schema.path("title").asText())
        .put("summary", schema.path("description").asText())
        .put("contentType", "application/json");
    headers(type, message.putObject("headers"));
    // The document is one resource: a name of its own would make every reference relative to it.
    schema.remove(List.of("$schema", "$id"));
    message.set("payload", schema);
    message
        .putObject("bindings")
        .putObject("kafka")
        .put("bindingVersion", BINDING)
        .putObject("key")
        .put("type", "string")
        .put("format", "uuid")
        .put("description", "The account.");
    message
        .putArray("examples")
        .addObject()
        .put("name", simple(type))
        .set("payload", read("samples", type));
  }

  private static void headers(EventType type, ObjectNode headers) {
    headers.put("type", "object");
    var properties = headers.putObject("properties");
    constant(properties, "ce_specversion", "1.0");
    text(properties, "ce_id", "uuid");
    sources(properties, type.topic().saidBy());
    constant(properties, "ce_type", type.type());
    text(properties, "ce_time", "date-time");
    text(properties, "ce_subject", "uuid");
    constant(properties, "ce_dataschema", type.schema());
    text(properties, "ce_partitionkey", "uuid");
    constant(properties, "content-type", "application/json");
    properties
        .putObject(EventProof.HEADER)
        .put("type", "string")
        .put("pattern", "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+$")
        .put("description", PROOF);
    var required = headers.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
  }

  private static void sources(ObjectNode properties, List<Owner> speakers) {
    if (speakers.size() == 1) {
      constant(properties, "ce_source", "/" + speakers.getFirst().service());
      return;
    }
    var values = properties.putObject("ce_source").put("type", "string").putArray("enum");
    speakers.forEach(speaker -> values.add("/" + speaker.service()));
  }

  private static String services(List<Owner> owners) {
    return owners.stream().map(Owner::service).collect(joining(" and "));
  }

  private static void constant(ObjectNode properties, String name, String value) {
    properties.putObject(name).put("type", "string").put("const", value);
  }

  private static void text(ObjectNode properties, String name, String format) {
    properties.putObject(name).put("type", "string").put("format", format);
  }

  private static void refer(ObjectNode node, String target) {
    node.put("$ref", target);
  }

  private static String component(EventType type) {
    return "#/components/messages/" + simple(type);
  }

  private static String simple(EventType type) {
    return type.fact().getSimpleName();
  }

  private static String name(Topic topic) {
    return Stream.of(topic.topic().split("\\.", -1)).skip(1).collect(joining("."));
  }

  private static List<EventType> types(Topic topic) {
    return Stream.of(EventType.values()).filter(type -> type.topic() == topic).toList();
  }

  private static List<Owner> hearers(Topic topic) {
    return Stream.of(Owner.values())
        .filter(owner -> types(topic).stream().anyMatch(type -> type.heardBy().contains(owner)))
        .toList();
  }

  private static JsonNode read(String folder, EventType type) {
    try {
      return JSON.readTree(FOLDER.resolve(folder).resolve(simple(type) + ".v1.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
