package dev.latchkey.local.launcher.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One overlay of {@code deploy/k8s}, rendered by {@code kubectl kustomize}, which asks no cluster.
 */
public final class Overlay {

  public static final Path ROOT = Path.of(System.getProperty("latchkey.root"));

  private static final List<String> NAMES = List.of("small", "production");
  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String name;
  private final List<Manifest> manifests;

  private Overlay(String name, List<Manifest> manifests) {
    this.name = name;
    this.manifests = List.copyOf(manifests);
  }

  /** Both; without kubectl the test is skipped. */
  public static Stream<Overlay> all() {
    return NAMES.stream().map(Overlay::named);
  }

  static Overlay named(String name) {
    return RENDERED.computeIfAbsent(
        name, any -> new Overlay(any, render(ROOT.resolve("deploy/k8s/overlays").resolve(any))));
  }

  public List<Manifest> manifests() {
    return manifests;
  }

  /** Those of a kind. */
  public List<Manifest> manifests(String kind) {
    return manifests.stream().filter(one -> one.kind().equals(kind)).toList();
  }

  /** The one of that kind and name. */
  public Manifest manifest(String kind, String called) {
    var found = manifests(kind).stream().filter(one -> one.name().equals(called)).toList();
    assertThat(found).as("%s %s in %s", kind, called, name).hasSize(1);
    return found.getFirst();
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Manifest> render(Path folder) {
    assumeTrue(present(), "kubectl is not installed");
    try {
      var errors = Files.createTempFile("kustomize", ".err");
      var process =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectError(errors.toFile())
              .start();
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
      Files.delete(errors);
      return documents(text).stream().map(Manifest::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static List<JsonNode> documents(String text) throws IOException {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return documents.readAll();
    }
  }

  private static boolean present() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }
}
