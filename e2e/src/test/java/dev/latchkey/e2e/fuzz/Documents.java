package dev.latchkey.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.endpoint.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The OpenAPI documents of the services, as their own tests keep them. */
final class Documents {

  private static final int DEEPEST = 8;
  private static final String REF = "$ref";

  private final JsonNode root;

  private Documents(JsonNode root) {
    this.root = root;
  }

  /** Every operation of every service, the internal ones too. */
  static List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var owner : Owner.values()) {
      var file = Path.of(System.getProperty("latchkey.root"), folder(owner), "src/test/resources");
      try {
        var text = new YAMLMapper().readTree(file.resolve("golden/openapi.yaml").toFile());
        all.addAll(new Documents(text).all());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static String folder(Owner owner) {
    return owner.service();
  }

  private List<Operation> all() {
    var all = new ArrayList<Operation>();
    root.path("paths")
        .properties()
        .forEach(path ->
            Arrays.stream(Verb.values())
                .filter(verb -> path.getValue().has(verb.name().toLowerCase(Locale.ROOT)))
                .forEach(verb ->
                    all.add(
                        operation(
                            verb,
                            path.getKey(),
                            path.getValue().get(verb.name().toLowerCase(Locale.ROOT))))));
    return all;
  }

  private Operation operation(Verb verb, String path, JsonNode said) {
    var statuses = new TreeSet<Integer>();
    said.path("responses")
        .fieldNames()
        .forEachRemaining(code -> statuses.add(Integer.valueOf(code)));
    return new Operation(
        verb, path, named(said, "header"), named(said, "query"), bodies(said), statuses);
  }

  private static List<String> named(JsonNode said, String place) {
    return said.path("parameters")
        .valueStream()
        .filter(one -> one.path("in").asText().equals(place))
        .map(one -> one.path("name").asText())
        .toList();
  }

  private Map<String, JsonNode> bodies(JsonNode said) {
    var bodies = new LinkedHashMap<String, JsonNode>();
    said.path("requestBody")
        .path("content")
        .properties()
        .forEach(type -> bodies.put(type.getKey(), whole(type.getValue().path("schema"), 0)));
    return bodies;
  }

  /** A schema with what it refers to in it. */
  private JsonNode whole(JsonNode schema, int depth) {
    if (schema.has(REF) && depth < DEEPEST) {
      return whole(root.at(schema.get(REF).asText().substring(1)), depth + 1);
    }
    var copy = schema.<JsonNode>deepCopy();
    if (copy instanceof ObjectNode object
        && object.path("properties") instanceof ObjectNode members) {
      for (var name : schema.path("properties").properties()) {
        members.set(name.getKey(), whole(name.getValue(), depth + 1));
      }
    }
    if (copy instanceof ObjectNode object && object.has("items")) {
      object.set("items", whole(schema.get("items"), depth + 1));
    }
    return copy;
  }
}
