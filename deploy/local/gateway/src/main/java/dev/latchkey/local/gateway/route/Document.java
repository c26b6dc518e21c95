package dev.latchkey.local.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** One YAML document of a manifest, and where it is from. */
record Document(Path file, JsonNode yaml) {

  boolean is(String kind) {
    return yaml.path("kind").asText().equals(kind);
  }

  String name() {
    return yaml.path("metadata").path("name").asText();
  }

  JsonNode spec() {
    return yaml.path("spec");
  }

  void hasApi(String version) {
    if (!yaml.path("apiVersion").asText().equals(version)) {
      throw refusal("apiVersion " + yaml.path("apiVersion"));
    }
  }

  void hasOnly(JsonNode node, Set<String> known) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw refusal(name);
          }
        });
  }

  UncheckedIOException refusal(String what) {
    return new UncheckedIOException(
        new IOException(file + ": the local gateway does not serve " + what));
  }
}
