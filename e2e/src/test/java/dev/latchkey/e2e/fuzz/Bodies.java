package dev.latchkey.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Bodies as a schema has them, most of them broken in one way. */
final class Bodies {

  private static final List<String> OTHER_TYPES =
      List.of(
          "1",
          "-1",
          "1e999",
          "1e-999",
          "123456789012345678901234567890",
          "0.1",
          "true",
          "null",
          "[]",
          "[null]",
          "{}",
          "{\"a\":1}",
          "\"\"",
          "\"\\ud800\"",
          "\"a\\u0000b\"",
          "\"\\u202e\\u0007\"",
          "[[[[[[]]]]]]",
          "NaN",
          "'a'",
          "01",
          "\"\\x\"");

  private static final List<String> NO_OBJECTS =
      List.of("", "null", "[]", "1", "\"text\"", "{", "{\"", "<xml/>", "\ufeff{}", "{}{}", "{},");

  private final Random random;
  private final HostileText text;

  Bodies(Random random, HostileText text) {
    this.random = random;
    this.text = text;
  }

  /** A body of JSON, or what was meant to be one. */
  byte[] json(JsonNode schema) {
    var members = members(schema);
    int way = random.nextInt(12);
    if (way == 0) {
      return bytes(text.pick(NO_OBJECTS));
    }
    if (way == 1) {
      return deep();
    }
    spoil(members, way);
    var whole = written(members);
    if (way == 7 && !members.isEmpty()) {
      var again = members.entrySet().iterator().next();
      whole = whole.replaceFirst("}$", "") + "," + again.getKey() + ":" + again.getValue() + "}";
    }
    var bytes = bytes(whole);
    return way == 8 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : garbled(bytes, way);
  }

  /** A form, with values as hostile as its encoding lets through. */
  byte[] form(JsonNode schema) {
    var form =
        members(schema).keySet().stream()
            .filter(name -> random.nextInt(5) > 0)
            .map(name ->
                name.replace("\"", "")
                    + "="
                    + URLEncoder.encode(text.any(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return bytes(
        switch (random.nextInt(6)) {
          case 0 -> form + "&" + form;
          case 1 -> form + "&%zz=%";
          case 2 -> "=&&=" + form;
          default -> form;
        });
  }

  private void spoil(Map<String, String> members, int way) {
    var names = List.copyOf(members.keySet());
    if (names.isEmpty()) {
      return;
    }
    var one = text.pick(names);
    switch (way) {
      case 2, 3 -> members.put(one, text.pick(OTHER_TYPES));
      case 4 -> members.remove(one);
      case 5, 6 -> members.put(one, quoted(text.any()));
      case 9 -> members.put(quoted(text.any()), text.pick(OTHER_TYPES));
      case 10 -> members.replaceAll((name, value) -> text.pick(OTHER_TYPES));
      default -> {}
    }
  }

  private Map<String, String> members(JsonNode schema) {
    var members = new LinkedHashMap<String, String>();
    schema
        .path("properties")
        .properties()
        .forEach(member -> members.put(quoted(member.getKey()), honest(member.getValue())));
    schema
        .path("examples")
        .path(0)
        .properties()
        .forEach(member -> members.put(quoted(member.getKey()), member.getValue().toString()));
    return members;
  }

  private String honest(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").path(0).toString();
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> String.valueOf(random.nextInt(100));
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "array" -> "[" + honest(schema.path("items")) + "]";
      case "object" -> written(members(schema));
      default ->
          schema.path("format").asText().equals("uuid")
              ? "\"00000000-0000-4000-8000-000000000000\""
              : "\"some words\"";
    };
  }

  private byte[] deep() {
    int depth = 2 + random.nextInt(5000);
    return bytes("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
  }

  private byte[] garbled(byte[] bytes, int way) {
    if (way == 11 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String written(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> member.getKey() + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Half of a surrogate pair goes as an escape, as it has no UTF-8. */
  private static String quoted(String text) {
    var json = JsonNodeFactory.instance.textNode(text).toString();
    var escaped = new StringBuilder();
    json.chars()
        .forEach(c ->
            escaped.append(
                Character.isSurrogate((char) c)
                    ? "\\u%04x".formatted(c)
                    : String.valueOf((char) c)));
    return escaped.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
