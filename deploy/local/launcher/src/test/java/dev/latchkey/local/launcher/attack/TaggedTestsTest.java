package dev.latchkey.local.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedTestsTest {

  @TempDir Path root;

  @Test
  void tags_are_found_on_classes_and_methods_of_every_module() throws IOException {
    modules("one", "kit/two");
    source(
        "one",
        "DoorTest",
        """
        class DoorTest {
          @Test
          @Tag("attack-1")
          @Tag(value = "attack-2")
          void it_is_closed() {}

          // @Tag("attack-3")
          @Test
          @Tag("slow")
          void it_is_green() {}
        }
        """);
    source(
        "kit/two",
        "LockTest",
        """
        @Tag("attack-4")
        class LockTest {
          class WhenRusty {
            @Test
            @Tag("attack-5")
            void it_sticks() {}
          }
        }
        """);

    assertThat(TaggedTests.below(root))
        .containsExactly(
            new TaggedTest("attack-4", Path.of("kit/two"), "house.LockTest", ""),
            new TaggedTest("attack-5", Path.of("kit/two"), "house.LockTest$WhenRusty", "it_sticks"),
            new TaggedTest("attack-1", Path.of("one"), "house.DoorTest", "it_is_closed"),
            new TaggedTest("attack-2", Path.of("one"), "house.DoorTest", "it_is_closed"));
  }

  @Test
  void a_module_without_tests_has_none() throws IOException {
    modules("one");

    assertThat(TaggedTests.below(root)).isEmpty();
  }

  private void modules(String... names) throws IOException {
    var list = new StringBuilder("<project><modules>");
    for (var name : names) {
      list.append("<module>").append(name).append("</module>");
      Files.createDirectories(root.resolve(name));
      Files.writeString(
          root.resolve(name).resolve("pom.xml"),
          "<project><artifactId>%s</artifactId></project>".formatted(name));
    }
    Files.writeString(root.resolve("pom.xml"), list.append("</modules></project>"));
  }

  private void source(String module, String name, String text) throws IOException {
    var folder = root.resolve(module).resolve("src/test/java/house");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".java"), "package house;\n" + text);
  }
}
