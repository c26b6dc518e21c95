package dev.latchkey.local.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteManifestsTest {

  private static final Path FOLDER = Path.of(System.getProperty("latchkey.root"), "deploy/gateway");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("latchkey.golden"));

  @ParameterizedTest
  @EnumSource
  void each_service_has_the_manifest_that_the_endpoint_table_makes(Owner owner) throws IOException {
    var file = FOLDER.resolve(owner.service() + ".yaml");
    var expected = RouteManifest.of(owner);
    if (REWRITE) {
      Files.writeString(file, expected);
    }

    assertThat(file).hasContent(expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_endpoint_goes_to_its_owner(Endpoint row) throws IOException {
    var path = row.path().replaceAll("\\{[a-z]+}", "0b9c1c9e-5ad3-4f0e-9f5a-0c1d2e3f4a5b");

    var routing = Manifests.read(FOLDER).find(row.verb().name(), path);

    assertThat(routing)
        .isInstanceOfSatisfying(
            Routes.Routing.Found.class,
            found -> assertThat(found.route().service()).isEqualTo(row.owner().service()));
  }

  static List<Endpoint> rows() {
    return Endpoints.ALL;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboards",
        "/.well-known/jwks.json",
        "/internal/edge/account",
        "/internal/introspect",
        "/internal",
        "/q/health/ready",
        "/q/metrics",
        "/q/openapi",
        "/account/",
        "/accounts",
        "/account/keyserver",
        "/users/~/",
        "/Account",
        "/unknown"
      })
  void nothing_else_is_routed(String path) throws IOException {
    var routing = Manifests.read(FOLDER).find("GET", path);

    assertThat(routing).isEqualTo(new Routes.Routing.Unknown());
  }

  @Test
  void a_route_exists_only_for_a_path_of_the_table_or_below_a_part_in_braces() throws IOException {
    var templates = Endpoints.ALL.stream().map(Endpoint::path).toList();

    var asked = Manifests.read(FOLDER).all().stream().filter(route -> !route.open());

    assertThat(asked)
        .allSatisfy(route ->
            assertThat(templates)
                .anyMatch(template ->
                    route.kind() == Route.Kind.EXACT
                        ? template.equals(route.path())
                        : template.startsWith(route.path() + "/{")));
  }

  @Test
  void exact_wins_over_prefix() throws IOException {
    var routes = Manifests.read(FOLDER);

    assertThat(service(routes.find("GET", "/oauth/authorizations/~"))).contains("auth-service");
    assertThat(service(routes.find("GET", "/oauth/authorizations/1"))).contains("token-service");
  }

  @Test
  void only_where_the_command_line_waits_a_minute_may_pass() throws IOException {
    var patient =
        Manifests.read(FOLDER).all().stream()
            .filter(route -> !route.patience().equals(Route.PATIENCE))
            .toList();

    assertThat(patient)
        .filteredOn(route -> !route.open())
        .containsExactly(
            new Route(
                Route.Kind.PREFIX,
                "/auth/cli",
                "GET",
                "auth-service",
                Duration.ofSeconds(60),
                false));
    assertThat(patient)
        .filteredOn(Route::open)
        .allMatch(page -> page.patience().equals(Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"request: 1m", "request: 0s", "backendRequest: 60s"})
  void a_timeout_that_the_local_gateway_cannot_keep_stops_the_start(
      String timeout, @TempDir Path folder) throws IOException {
    var manifest = RouteManifest.of(Owner.AUTH).replace("request: 60s", timeout);
    Files.writeString(folder.resolve("auth-service.yaml"), manifest);

    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("does not serve");
  }

  @Test
  void a_known_path_with_another_method_says_which_are_allowed() throws IOException {
    var routing = Manifests.read(FOLDER).find("PUT", "/account");

    assertThat(routing).isEqualTo(new Routes.Routing.OtherMethod("DELETE, GET, PATCH"));
  }

  @Test
  void what_the_local_gateway_cannot_serve_stops_the_start(@TempDir Path folder)
      throws IOException {
    var manifest = RouteManifest.of(Owner.MFA).replace("type: Exact", "type: RegularExpression");
    Files.writeString(folder.resolve("mfa-service.yaml"), manifest);

    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("RegularExpression");
  }

  @Test
  void the_edge_gets_the_headers_of_the_contract_and_gives_what_it_names() throws IOException {
    var policy = document("security-policy.yaml").path("spec").path("extAuth");

    assertThat(texts(policy.path("headersToExtAuth"))).containsExactlyElementsOf(Headers.TO_EDGE);
    assertThat(texts(policy.path("http").path("headersToBackend")))
        .containsExactlyElementsOf(Headers.FROM_EDGE);
    assertThat(policy.path("http").path("path").asText()).isEqualTo("/internal/edge");
    assertThat(policy.path("failOpen").asBoolean(true)).isFalse();
  }

  @Test
  void every_internal_header_is_removed_early() throws IOException {
    var headers = document("client-traffic-policy.yaml").path("spec").path("headers");

    assertThat(texts(headers.path("earlyRequestHeaders").path("remove")))
        .containsAll(Headers.INTERNAL)
        .doesNotContainAnyElementsOf(Headers.FROM_WEB);
    assertThat(headers.path("withUnderscoresAction").asText()).isEqualTo("DropHeader");
  }

  @Test
  void the_access_log_names_the_route_and_never_the_path() throws IOException {
    var proxy = document("envoy-proxy.yaml");
    var gateway = document("gateway.yaml").path("spec").path("infrastructure");

    var logged = proxy.path("spec").path("telemetry").path("accessLog").path("settings");

    assertThat(gateway.path("parametersRef").path("name"))
        .isEqualTo(proxy.path("metadata").path("name"));
    assertThat(logged).isNotEmpty();
    assertThat(logged.toString()).contains("%ROUTE_NAME%").doesNotContain("PATH", "REFERER");
  }

  private static JsonNode document(String file) throws IOException {
    return Manifests.documents(FOLDER.resolve(file)).getFirst();
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static Optional<String> service(Routes.Routing routing) {
    return routing instanceof Routes.Routing.Found(var route)
        ? Optional.of(route.service())
        : Optional.empty();
  }
}
