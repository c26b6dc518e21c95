package dev.latchkey.local.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the HTTPRoute manifests of a folder. What a cluster's gateway would do and this one does
 * not (filters, header matches, regular expressions) stops the start instead of being ignored:
 * local and cluster must not drift.
 */
public final class Manifests {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String API = "gateway.networking.k8s.io/v1";

  private Manifests() {}

  /** Reads every {@code *.yaml} in the folder; documents of other kinds are skipped. */
  public static Routes read(Path folder) throws IOException {
    var routes = new ArrayList<Route>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        documents(file).stream()
            .filter(document -> document.path("kind").asText().equals("HTTPRoute"))
            .forEach(document -> addAll(document, file, routes));
      }
    }
    if (routes.isEmpty()) {
      throw new IOException("no HTTPRoute in " + folder);
    }
    return new Routes(routes);
  }

  /** The YAML documents in a file. */
  public static List<JsonNode> documents(Path file) throws IOException {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return documents.readAll();
    }
  }

  private static void addAll(JsonNode route, Path file, List<Route> routes) {
    only(route.path("spec"), Set.of("parentRefs", "rules"), file);
    if (!route.path("apiVersion").asText().equals(API)) {
      throw refusal(file, "apiVersion " + route.path("apiVersion"));
    }
    for (var rule : route.path("spec").path("rules")) {
      only(rule, Set.of("name", "matches", "timeouts", "backendRefs"), file);
      if (rule.path("backendRefs").size() != 1) {
        throw refusal(file, "a rule without exactly one backend");
      }
      var service = rule.path("backendRefs").get(0).path("name").asText();
      var patience = patience(rule.path("timeouts"), file);
      rule.path("matches").forEach(match -> routes.add(route(match, service, patience, file)));
    }
  }

  /** A Duration of the Gateway API (GEP-2257), of which whole seconds are enough here. */
  private static Duration patience(JsonNode timeouts, Path file) {
    only(timeouts, Set.of("request"), file);
    var request = timeouts.path("request").asText();
    if (request.isEmpty()) {
      return Route.PATIENCE;
    }
    if (!request.matches("[1-9][0-9]{0,3}s")) {
      throw refusal(file, "timeouts " + timeouts);
    }
    return Duration.parse("PT" + request);
  }

  private static Route route(JsonNode match, String service, Duration patience, Path file) {
    only(match, Set.of("path", "method"), file);
    var path = match.path("path").path("value").asText();
    var method = match.path("method").asText();
    if (!path.startsWith("/") || path.endsWith("/") || method.isEmpty()) {
      throw refusal(file, "match " + match);
    }
    return switch (match.path("path").path("type").asText()) {
      case "Exact" -> new Route(Route.Kind.EXACT, path, method, service, patience);
      case "PathPrefix" -> new Route(Route.Kind.PREFIX, path, method, service, patience);
      default -> throw refusal(file, "match " + match);
    };
  }

  private static void only(JsonNode node, Set<String> known, Path file) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw refusal(file, name);
          }
        });
  }

  private static UncheckedIOException refusal(Path file, String what) {
    return new UncheckedIOException(
        new IOException(file + ": the local gateway does not serve " + what));
  }
}
