package dev.latchkey.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of an OpenAPI document.
 *
 * @param path template
 * @param headers parameters that are headers, by name
 * @param queries parameters in the query, by name
 * @param bodies content types that are read, with their schema in full; empty without a body
 * @param statuses those that the document declares
 */
record Operation(
    Verb verb,
    String path,
    List<String> headers,
    List<String> queries,
    Map<String, JsonNode> bodies,
    Set<Integer> statuses) {

  /** The same for every run, so that a seed means the same requests. */
  String name() {
    return verb + " " + path;
  }

  @Override
  public String toString() {
    return name();
  }
}
