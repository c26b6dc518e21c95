package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What deploy/observability gives to a cluster with the Prometheus Operator. */
class MonitorsTest {

  private static final Path FOLDER = Overlay.ROOT.resolve("deploy/observability");
  private static final Path OPERATOR = FOLDER.resolve("prometheus-operator");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("latchkey.golden"));
  private static final Pattern JOB = Pattern.compile("\\b(latchkey-[a-z]+)\\b");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  /** One source: a rule that is changed there is changed here. */
  @Test
  void the_rules_are_those_of_alerts_and_slo() throws IOException {
    var expected =
        "# Written from alerts.yaml and slo.yaml beside this folder: ./dev golden\n"
            + YAML.writeValueAsString(rules());
    var file = OPERATOR.resolve("rules.yaml");
    if (REWRITE) {
      Files.writeString(file, expected);
    }

    assertThat(file).hasContent(expected);
  }

  @Test
  void each_manifest_is_one_of_its_kind() throws IOException {
    assertThat(manifests())
        .hasSize(6)
        .allSatisfy(one -> assertThat(KnownTypes.wrongWith(one)).isEmpty());
    var wrong = (ObjectNode) manifests().getFirst().json();
    ((ObjectNode) wrong.path("spec")).put("selectr", "x");
    assertThat(KnownTypes.wrongWith(new Manifest(wrong))).isNotEmpty();
  }

  @Test
  void every_program_with_metrics_is_scraped_under_the_job_that_is_asked_for() throws IOException {
    var production = Overlay.named("production");
    var jobs = new TreeSet<String>();
    for (var monitor : manifests()) {
      if (monitor.kind().equals("PodMonitor")) {
        var deployment = production.manifest("Deployment", monitor.name());
        assertThat(deployment.json().at("/spec/template/metadata/labels"))
            .containsAll(monitor.json().at("/spec/selector/matchLabels"));
        assertThat(ports(deployment)).contains("internal");
        jobs.add(
            monitor.json().at("/spec/podMetricsEndpoints/0/relabelings/0/replacement").asText());
      }
    }

    assertThat(jobs).containsAll(asked()).hasSize(5);
  }

  private static Set<String> ports(Manifest deployment) {
    return deployment
        .json()
        .at("/spec/template/spec/containers/0/ports")
        .valueStream()
        .map(port -> port.path("name").asText())
        .collect(Collectors.toSet());
  }

  private static Set<String> asked() throws IOException {
    return JOB.matcher(Files.readString(FOLDER.resolve("slo.yaml")))
        .results()
        .map(found -> found.group(1))
        .filter(name -> !name.startsWith("latchkey-slo"))
        .collect(Collectors.toSet());
  }

  private static List<Manifest> manifests() throws IOException {
    try (var monitors =
            YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(OPERATOR.resolve("pod-monitors.yaml").toFile());
        var rules =
            YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(OPERATOR.resolve("rules.yaml").toFile())) {
      return Stream.concat(monitors.readAll().stream(), rules.readAll().stream())
          .map(Manifest::new)
          .toList();
    }
  }

  private static ObjectNode rules() throws IOException {
    var rule = YAML.createObjectNode();
    rule.put("apiVersion", "monitoring.coreos.com/v1").put("kind", "PrometheusRule");
    rule.putObject("metadata").put("name", "latchkey");
    var groups = rule.putObject("spec").putArray("groups");
    for (var file : List.of("alerts.yaml", "slo.yaml")) {
      YAML.readTree(FOLDER.resolve(file).toFile()).path("groups").forEach(groups::add);
    }
    return rule;
  }
}
