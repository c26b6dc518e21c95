package dev.latchkey.cli.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jackson's parser and trees without its mapper, whose making costs as much time as the rest of
 * most commands. No type of ours is bound to JSON: a native image would have to be told of it.
 */
public final class Json {

  private static final JsonFactory PARSERS = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** One value and nothing after it; empty when that is not what the text is. */
  public static Optional<JsonNode> parse(String text) {
    try (var parser = PARSERS.createParser(text)) {
      var value = value(parser, parser.nextToken());
      return parser.nextToken() == null && !value.isMissingNode()
          ? Optional.of(value)
          : Optional.empty();
    } catch (IOException notJson) {
      // Without the parser's excerpt: it might be of a secret.
      return Optional.empty();
    }
  }

  /** An object of texts, numbers and lists of texts. */
  static ObjectNode of(Map<String, ?> fields) {
    var object = NODES.objectNode();
    fields.forEach((name, value) -> object.set(name, node(value)));
    return object;
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case String text -> NODES.textNode(text);
      case Long number -> NODES.numberNode(number);
      case List<?> list -> {
        var array = NODES.arrayNode();
        list.forEach(each -> array.add(node(each)));
        yield array;
      }
      default -> throw new IllegalArgumentException("no JSON of " + value.getClass());
    };
  }

  private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case null -> MissingNode.getInstance();
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NODES.nullNode();
      default -> MissingNode.getInstance();
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    var object = NODES.objectNode();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      object.set(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    var array = NODES.arrayNode();
    for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
      array.add(value(parser, next));
    }
    return array;
  }
}
