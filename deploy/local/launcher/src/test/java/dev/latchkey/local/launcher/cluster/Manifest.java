package dev.latchkey.local.launcher.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** One document of an overlay. */
public record Manifest(JsonNode json) {

  String kind() {
    return json.path("kind").asText();
  }

  String api() {
    return json.path("apiVersion").asText();
  }

  public String name() {
    return json.path("metadata").path("name").asText();
  }

  /** What is at a JSON pointer; a missing node if nothing is. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The elements of the list at a JSON pointer; none if there is no list. */
  public List<JsonNode> list(String pointer) {
    return StreamSupport.stream(json.at(pointer).spliterator(), false).toList();
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
