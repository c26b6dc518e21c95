package dev.latchkey.local.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests pass without anybody asking whose they are. */
class OpenRoutesTest {

  private static final Path FOLDER = Path.of(System.getProperty("latchkey.root"), "deploy/gateway");

  @TempDir Path folder;

  @BeforeEach
  void as_it_is() throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void only_the_pages_are_open() throws IOException {
    var open = Manifests.read(FOLDER).all().stream().filter(Route::open).toList();

    assertThat(open)
        .extracting(route -> route.service() + " " + route.method() + " " + route.path())
        .containsExactly("web GET /", "web GET /dashboard", "web POST /dashboard");
    assertThat(open.getFirst().kind()).isEqualTo(Route.Kind.EXACT);
  }

  @Test
  void no_endpoint_of_the_api_is_below_the_pages() {
    assertThat(Endpoints.ALL)
        .extracting(Endpoint::path)
        .noneMatch(path -> path.equals("/") || path.startsWith("/dashboard"));
  }

  @Test
  void without_its_policy_a_route_asks_the_edge() throws IOException {
    var manifest = Files.readString(folder.resolve("web.yaml"));
    Files.writeString(
        folder.resolve("web.yaml"),
        manifest
            .substring(0, manifest.indexOf("---"))
            .replace("remove:", "remove:\n              - Cookie"));

    assertThat(Manifests.read(folder).all()).noneMatch(Route::open);
  }

  @ParameterizedTest
  @CsvSource({
    "web.yaml, defaultAction: Allow, defaultAction: Deny",
    "web.yaml, defaultAction: Allow, rules: []",
    "web.yaml, kind: HTTPRoute\\n      name: web, kind: Gateway\\n      name: latchkey",
    "web.yaml, kind: HTTPRoute\\n      name: web, kind: HTTPRoute\\n      name: other",
    "web.yaml, kind: HTTPRoute\\n      name: web, kind: HTTPRoute\\n      name: auth-service",
    "web.yaml, '      name: web\\n  auth', '      name: web\\n      sectionName: x\\n  auth'",
    "web.yaml, targetRefs:, targetSelectors:",
    "web.yaml, v1alpha1, v1alpha2",
    "web.yaml, '              - Latchkey-Web\\n', ''",
    "web.yaml, remove:, add:",
    "web.yaml, RequestHeaderModifier, URLRewrite",
    "auth-service.yaml, '              - Cookie\\n', ''",
    "security-policy.yaml, failOpen: false, failOpen: true",
    "security-policy.yaml, kind: SecurityPolicy, kind: Nothing",
    "security-policy.yaml, extAuth:, basicAuth:",
  })
  void a_policy_or_filter_that_is_not_quite_ours_stops_the_start(String file, String was, String is)
      throws IOException {
    var manifest = Files.readString(folder.resolve(file));
    var changed = manifest.replace(was.replace("\\n", "\n"), is.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(manifest);
    Files.writeString(folder.resolve(file), changed);

    assertThatThrownBy(() -> Manifests.read(folder))
        .isInstanceOfAny(IOException.class, UncheckedIOException.class);
  }
}
