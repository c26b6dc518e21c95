package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a program of an overlay is told: the variables of its container, and where each is from. */
public final class Environment {

  /** Made by Strimzi: the password of each KafkaUser, and its own authority. */
  private static final Set<String> OF_STRIMZI = Set.of("sasl.jaas.config", "ca.crt");

  private final Overlay overlay;
  private final Manifest program;

  public Environment(Overlay overlay, String program) {
    this.overlay = overlay;
    this.program = overlay.manifest("Deployment", program);
  }

  /** Names of all variables. */
  public Set<String> names() {
    var names = new TreeMap<>(literals());
    references().forEach((name, reference) -> names.put(name, ""));
    for (var from : program.list("/spec/template/spec/containers/0/envFrom")) {
      keys(from.at("/secretRef/name").asText()).forEach(key -> names.put(key, ""));
    }
    return names.keySet();
  }

  /** Those with a value that stands in the manifest. */
  public Map<String, String> literals() {
    return variables()
        .filter(variable -> variable.has("value"))
        .collect(
            Collectors.toMap(one -> one.path("name").asText(), one -> one.path("value").asText()));
  }

  /** Fails where a variable is taken from a key that nothing of this overlay makes. */
  public void everyReferenceLeadsSomewhere() {
    references()
        .forEach((name, from) -> {
          var key = from.findValue("key").asText();
          var whose = from.findValue("name").asText();
          if (from.has("configMapKeyRef")) {
            assertThat(overlay.manifest("ConfigMap", whose).at("/data").has(key)).isTrue();
          } else if (OF_STRIMZI.contains(key)) {
            overlay.manifest("KafkaUser", whose);
          } else {
            assertThat(keys(whose)).as(name).contains(key);
          }
        });
  }

  private Set<String> keys(String secret) {
    var external = overlay.manifest("ExternalSecret", secret);
    var template = external.at("/spec/target/template");
    var keys =
        external.list("/spec/data").stream()
            .map(one -> one.path("secretKey").asText())
            .collect(Collectors.toSet());
    if (!template.isMissingNode() && !template.path("mergePolicy").asText().equals("Merge")) {
      keys.clear();
    }
    template.path("data").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private Map<String, JsonNode> references() {
    return variables()
        .filter(variable -> variable.has("valueFrom"))
        .collect(Collectors.toMap(one -> one.path("name").asText(), one -> one.path("valueFrom")));
  }

  private java.util.stream.Stream<JsonNode> variables() {
    var variables = program.at("/spec/template/spec/containers/0/env");
    return StreamSupport.stream(variables.spliterator(), false);
  }
}
