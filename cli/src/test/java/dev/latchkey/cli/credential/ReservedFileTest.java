package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people name, for recovery codes. */
class ReservedFileTest {

  @TempDir Path folder;
  private Path path;
  private PrivateFile file;

  @BeforeEach
  void a_name() {
    path = folder.resolve("codes.txt");
    file = new PrivateFile(path);
  }

  @Test
  void a_reserved_file_is_the_owners_alone_before_there_is_anything_in_it() throws IOException {
    file.reserve();

    assertThat(path).isEmptyFile();
    assertThat(PrivateFileTest.mode(path)).isEqualTo("rw-------");
  }

  @Test
  void a_reserved_file_is_filled_and_stays() throws IOException {
    file.reserve().fill("abcd-efgh\n");
    file.releaseIfEmpty();

    assertThat(path).hasContent("abcd-efgh\n");
    assertThat(PrivateFileTest.mode(path)).isEqualTo("rw-------");
  }

  @Test
  void a_reserved_file_that_nothing_came_of_is_taken_away() {
    file.reserve().releaseIfEmpty();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_that_exists_is_left_as_it_is() throws IOException {
    Files.writeString(path, "theirs");

    var failure = catchThrowableOfType(Failure.class, file::reserve);

    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    assertThat(failure.sentence()).isEqualTo(path + " exists already: nothing was written.");
    assertThat(path).hasContent("theirs");
  }

  @Test
  void a_link_to_nowhere_is_refused_and_nothing_is_made_there() throws IOException {
    Files.createSymbolicLink(path, folder.resolve("planted"));

    var failure = catchThrowableOfType(Failure.class, file::reserve);

    assertThat(failure.sentence()).contains("exists already");
    assertThat(folder.resolve("planted")).doesNotExist();
  }

  @Test
  void a_link_that_takes_its_place_later_is_not_written_through() throws IOException {
    var target = Files.writeString(folder.resolve("target"), "theirs");
    file.reserve();
    Files.delete(path);
    Files.createSymbolicLink(path, target);

    var failure = catchThrowableOfType(Failure.class, () -> file.fill("abcd-efgh\n"));

    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    assertThat(target).hasContent("theirs");
  }

  @Test
  void a_folder_that_is_not_there_is_told() {
    var failure =
        catchThrowableOfType(
            Failure.class, () -> new PrivateFile(folder.resolve("none/codes.txt")).reserve());

    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    assertThat(failure.sentence()).endsWith("/none/codes.txt cannot be written.");
  }
}
