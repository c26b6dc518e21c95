package dev.latchkey.local.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

  private static final String POM =
      "<project><artifactId>%s</artifactId><dependencies>%s</dependencies></project>";
  private static final String DEPENDENCY =
      "<dependency><groupId>dev.latchkey</groupId><artifactId>%s</artifactId>%s</dependency>";

  @TempDir Path root;

  @BeforeEach
  void a_service_a_kit_and_a_test_kit() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "<project><modules><module>kit</module><module>testkit</module><module>service</module>"
            + "</modules></project>");
    module("kit", "");
    module("testkit", "");
    module(
        "service",
        DEPENDENCY.formatted("kit", "") + DEPENDENCY.formatted("testkit", "<scope>test</scope>"));
  }

  @Test
  void a_program_is_built_from_its_module_and_those_below_but_not_from_its_tests()
      throws IOException {
    var closure = Modules.read(root).closure("service");

    assertThat(closure).extracting(Module::name).containsExactly("kit", "service");
  }

  @Test
  void a_change_below_changes_the_fingerprint_and_a_change_of_a_test_does_not() throws IOException {
    var before = fingerprint();
    Files.writeString(root.resolve("testkit/src/main/A.java"), "changed");
    Files.createDirectories(root.resolve("service/src/test"));
    Files.writeString(root.resolve("service/src/test/ATest.java"), "new");
    var untouched = fingerprint();
    Files.writeString(root.resolve("kit/src/main/A.java"), "changed");

    assertThat(untouched).isEqualTo(before);
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  @Test
  void a_product_counts_only_while_every_source_is_older() throws IOException {
    var product = root.resolve("product");
    Files.writeString(product, "");
    var older = product.toFile().lastModified() - 10_000;
    for (var file : sources().files()) {
      assertThat(file.toFile().setLastModified(older)).isTrue();
    }
    var fresh = sources().olderThan(product);
    assertThat(root.resolve("kit/src/main/A.java").toFile().setLastModified(older + 20_000))
        .isTrue();

    assertThat(fresh).isTrue();
    assertThat(sources().olderThan(product)).isFalse();
    assertThat(sources().olderThan(root.resolve("missing"))).isFalse();
  }

  @Test
  void the_real_programs_are_built_from_what_they_share() throws IOException {
    var real = Path.of(System.getProperty("latchkey.root"));

    // web shares nothing: it is a client of the public API.
    assertThat(Product.all())
        .filteredOn(product -> !product.name().equals("web"))
        .allSatisfy(product ->
            assertThat(Modules.read(real).closure(product.module()))
                .extracting(Module::name)
                .contains("contracts", product.module()));
  }

  private void module(String name, String dependencies) throws IOException {
    var folder = root.resolve(name);
    Files.createDirectories(folder.resolve("src/main"));
    Files.writeString(folder.resolve("pom.xml"), POM.formatted(name, dependencies));
    Files.writeString(folder.resolve("src/main/A.java"), "class A {}");
  }

  private Sources sources() throws IOException {
    return Sources.of(root, List.copyOf(Modules.read(root).closure("service")));
  }

  private String fingerprint() throws IOException {
    return sources().fingerprint();
  }
}
