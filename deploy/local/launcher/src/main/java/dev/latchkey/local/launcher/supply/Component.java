package dev.latchkey.local.launcher.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One component of a CycloneDX bill of materials.
 *
 * @param name Maven's group and artifact id, with a colon between
 * @param licences any of them may be chosen; SPDX ids where the package has one, else its own words
 */
record Component(String name, String version, Set<String> licences) {

  Component {
    licences = Set.copyOf(licences);
  }

  /** All components of a bill that are not of this house. */
  static List<Component> of(JsonNode bill) {
    return bill.path("components")
        .valueStream()
        .filter(one -> !one.path("group").asText().startsWith("dev.latchkey"))
        .map(Component::read)
        .toList();
  }

  private static Component read(JsonNode one) {
    var licences = new TreeSet<String>();
    one.path("licenses").valueStream().flatMap(Component::choices).forEach(licences::add);
    return new Component(
        one.path("group").asText() + ":" + one.path("name").asText(),
        one.path("version").asText(),
        licences);
  }

  /** An expression counts as a choice only where it is nothing else. */
  private static Stream<String> choices(JsonNode licence) {
    var expression = licence.path("expression").asText();
    if (!expression.isEmpty()) {
      return expression.contains(" AND ")
          ? Stream.of(expression)
          : Arrays.stream(expression.replaceAll("[()]", "").split(" OR ", -1));
    }
    var id = licence.path("license").path("id").asText();
    return Stream.of(id.isEmpty() ? licence.path("license").path("name").asText() : id);
  }

  @Override
  public String toString() {
    return name + ":" + version + " " + (licences.isEmpty() ? "names no licence" : licences);
  }
}
