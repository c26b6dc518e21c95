package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueSectionTest {

  private static final String EMPTY =
      "before\n<!-- a -->\n<!-- /a -->\nbetween\n<!-- b -->\n<!-- /b -->\nafter\n";

  @TempDir Path folder;
  private Path page = Path.of("");

  @BeforeEach
  void startEmpty() throws IOException {
    page = Files.writeString(folder.resolve("errors.md"), EMPTY);
  }

  @AfterEach
  void compareAgain() {
    System.clearProperty("latchkey.golden");
  }

  @Test
  void a_section_is_written_between_its_marks_and_nothing_else_is_touched() throws IOException {
    rewrite("b", "gone");

    assertThat(Files.readString(page))
        .startsWith("before\n<!-- a -->\n<!-- /a -->\nbetween\n<!-- b -->\n| id |")
        .contains("| <a id=\"gone\"></a>`gone` | 410 | Gone. | Look elsewhere. |\n<!-- /b -->")
        .endsWith("<!-- /b -->\nafter\n");
  }

  @Test
  void an_id_has_one_anchor_where_it_comes_first() throws IOException {
    rewrite("a", "gone");
    rewrite("b", "gone");

    assertThat(Files.readString(page))
        .containsOnlyOnce("<a id=\"gone\">")
        .contains("| [`gone`](#gone) | 410 |");
  }

  @Test
  void a_page_that_lacks_an_entry_fails() {
    assertThatThrownBy(() -> section("a", "gone").mustBeOnThePage())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("./dev golden");
  }

  @Test
  void a_page_without_the_section_fails() {
    assertThatThrownBy(() -> section("c", "gone").mustBeOnThePage())
        .hasMessageContaining("has no section c");
  }

  private void rewrite(String name, String id) {
    System.setProperty("latchkey.golden", "rewrite");
    section(name, id).mustBeOnThePage();
    System.clearProperty("latchkey.golden");
  }

  private CatalogueSection section(String name, String id) {
    return CatalogueSection.of(name, Golden.at(page)).entry(id, 410, "Gone.", "Look elsewhere.");
  }
}
