package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** {@code deploy/compose}: the same programs, told as much, and as little able. */
class ComposeTest {

  private static final Path FOLDER = Overlay.ROOT.resolve("deploy/compose");
  private static final JsonNode SERVICES = read();

  @ParameterizedTest
  @ValueSource(
      strings = {"auth-service", "mfa-service", "token-service", "notification-service", "web"})
  void a_program_is_told_what_it_is_told_in_a_cluster(String program) {
    var settings = Settings.of(program);
    var cluster =
        new Environment(Overlay.named("small"), program)
            .names().stream()
                .filter(name -> !name.startsWith("KAFKA_"))
                .collect(Collectors.toCollection(TreeSet::new));
    var secrets = secrets(program);
    var told = new TreeSet<String>();
    SERVICES.path(program).path("environment").fieldNames().forEachRemaining(told::add);

    assertThat(Stream.concat(told.stream(), secrets.stream()).toList()).containsAll(cluster);
    assertThat(told).filteredOn(name -> !name.startsWith("QUARKUS_")).allMatch(settings::reads);
  }

  @Test
  void no_program_is_root_or_writes_where_it_lies() {
    SERVICES
        .fields()
        .forEachRemaining(service -> {
          var one = service.getValue();
          if (one.path("image").asText().startsWith("latchkey/")) {
            assertThat(one.path("read_only").asBoolean()).as(service.getKey()).isTrue();
            assertThat(one.path("user").asText()).isEqualTo("65532:65532");
            assertThat(one.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(one.has("mem_limit")).isTrue();
          }
          assertThat(one.path("image").asText()).doesNotContain("latest").contains(":");
        });
  }

  @Test
  void whoever_hashes_has_the_processors_and_the_memory_of_the_cluster() {
    var limits =
        Overlay.named("small")
            .manifest("Deployment", "auth-service")
            .at("/spec/template/spec/containers/0/resources/limits");
    var told = SERVICES.path("auth-service");

    assertThat(told.path("cpus").asText()).isEqualTo(limits.path("cpu").asText());
    assertThat(told.path("mem_limit").asText() + "i")
        .isEqualToIgnoringCase(limits.path("memory").asText());
  }

  @Test
  void the_gateway_alone_is_reached_from_this_machine_and_from_no_other() {
    SERVICES
        .fields()
        .forEachRemaining(service -> {
          var ports = service.getValue().path("ports").toString();
          assertThat(ports)
              .isEqualTo(service.getKey().equals("gateway") ? "[\"127.0.0.1:8080:8080\"]" : "");
        });
  }

  @Test
  void the_topics_are_those_of_the_cluster() throws IOException {
    var topics =
        Overlay.named("small").manifests("KafkaTopic").stream()
            .map(topic ->
                "%s %s %s %s"
                    .formatted(
                        topic.name(),
                        topic.at("/spec/partitions").asText(),
                        topic.at("/spec/config/retention.ms").asText(),
                        topic.at("/spec/config/segment.ms").asText()))
            .collect(Collectors.toSet());

    assertThat(Files.readAllLines(FOLDER.resolve("topics.sh")))
        .filteredOn(line -> line.startsWith("latchkey."))
        .containsExactlyInAnyOrderElementsOf(topics);
  }

  /** Names in the files that {@code deploy/secrets/make} writes: as the vault has them. */
  private static Set<String> secrets(String program) {
    return Overlay.named("small").manifests("ExternalSecret").stream()
        .filter(secret -> secret.name().equals(program + "-keys"))
        .flatMap(secret -> secret.list("/spec/data").stream())
        .map(one -> one.path("secretKey").asText())
        .collect(Collectors.toSet());
  }

  private static JsonNode read() {
    try (var file = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
      // Jackson's reader does not resolve what an anchor stands for.
      Object read = new Yaml().load(file);
      return new ObjectMapper().<JsonNode>valueToTree(read).path("services");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
