package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir Path folder;

  @AfterEach
  void compareAgain() {
    System.clearProperty("latchkey.golden");
  }

  @Test
  void a_file_that_differs_fails_and_the_line_is_named() throws IOException {
    var file = Files.writeString(folder.resolve("a"), "one\ntwo\n");

    assertThatThrownBy(() -> Golden.at(file).mustSay("one\nthree"))
        .hasMessageContainingAll("line 2", "file: two", "code: three", "./dev golden");
  }

  @Test
  void a_missing_file_fails() {
    assertThatThrownBy(() -> Golden.at(folder.resolve("none")).mustSay("one"))
        .hasMessageContaining("file: (ends)");
  }

  @Test
  void rewriting_makes_the_file_say_it() throws IOException {
    var file = folder.resolve("new/b");
    System.setProperty("latchkey.golden", "rewrite");
    Golden.at(file).mustSay("one\n\n");
    System.clearProperty("latchkey.golden");

    Golden.at(file).mustSay("one");

    assertThat(file).hasContent("one\n");
  }
}
