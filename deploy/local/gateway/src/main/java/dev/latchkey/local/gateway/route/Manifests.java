package dev.latchkey.local.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the manifests of a folder: routes, and the policies that say which of them are open. What a
 * cluster's gateway would do and this one does not (most filters, header matches, regular
 * expressions) stops the start instead of being ignored: local and cluster must not drift.
 */
public final class Manifests {

  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  /** Reads every {@code *.yaml} in the folder; documents of other kinds are skipped. */
  public static Routes read(Path folder) throws IOException {
    var documents = new ArrayList<Document>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        documents(file).forEach(yaml -> documents.add(new Document(file, yaml)));
      }
    }
    var policies = Policies.read(documents);
    var routes = new ArrayList<Route>();
    documents.stream()
        .filter(document -> document.is("HTTPRoute"))
        .forEach(document -> routes.addAll(RouteReading.of(document, policies)));
    if (routes.isEmpty()) {
      throw new IOException("no HTTPRoute in " + folder);
    }
    policies.check(documents);
    return new Routes(routes);
  }

  /** The YAML documents in a file. */
  public static List<JsonNode> documents(Path file) throws IOException {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return documents.readAll();
    }
  }
}
