package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFileTest {

  @TempDir Path home;
  private Path directory;
  private Path path;
  private PrivateFile file;

  @BeforeEach
  void a_place_for_it() {
    directory = home.resolve("config/latchkey");
    path = directory.resolve("credentials.json");
    file = new PrivateFile(path);
  }

  private static Failure unsafe(ThrowingCallable doing) {
    var failure = catchThrowableOfType(Failure.class, doing);
    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    return failure;
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** A file of somebody's that a link points at. */
  private Path target() throws IOException {
    var target = Files.writeString(home.resolve("target"), "theirs");
    mode(target, "rw-------");
    return target;
  }

  @Test
  void what_is_not_there_is_empty_and_nothing_is_made() {
    var text = file.read();

    assertThat(text).isEmpty();
    assertThat(directory).doesNotExist();
  }

  @Test
  void what_was_written_is_read_and_is_the_owners_alone() throws IOException {
    file.write("first, and longer");
    file.write("päss");

    assertThat(file.read()).contains("päss");
    assertThat(mode(path)).isEqualTo("rw-------");
    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(directory.toFile().list()).containsExactly("credentials.json");
  }

  @Test
  void a_link_in_its_place_is_not_read() throws IOException {
    file.write("ours");
    Files.delete(path);
    Files.createSymbolicLink(path, target());

    var failure = unsafe(file::read);

    assertThat(failure.sentence()).startsWith(path + " is not a plain file");
  }

  @Test
  void a_link_in_its_place_is_not_written_through_nor_replaced() throws IOException {
    file.write("ours");
    Files.delete(path);
    var target = target();
    Files.createSymbolicLink(path, target);

    unsafe(() -> file.write("a token"));

    assertThat(target).hasContent("theirs");
    assertThat(path).isSymbolicLink();
  }

  @Test
  void a_link_to_nowhere_in_its_place_is_not_written_through() throws IOException {
    file.write("ours");
    Files.delete(path);
    Files.createSymbolicLink(path, home.resolve("planted"));

    unsafe(() -> file.write("a token"));

    assertThat(home.resolve("planted")).doesNotExist();
  }

  @Test
  void a_link_in_place_of_its_directory_is_not_followed() throws IOException {
    var elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    mode(elsewhere, "rwx------");
    Files.createDirectories(directory.resolveSibling(""));
    Files.createSymbolicLink(directory, elsewhere);

    var failure = unsafe(() -> file.write("a token"));

    assertThat(failure.sentence()).contains("is in a directory that is a link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void a_link_in_place_of_its_lock_is_not_followed() throws IOException {
    file.write("ours");
    Files.createSymbolicLink(directory.resolve("credentials.json.lock"), target());

    var failure = unsafe(() -> file.alone(() -> "done"));

    assertThat(failure.sentence()).endsWith(" cannot be locked.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw---x---", "rw--w----", "rwxrwxrwx"})
  void a_file_that_others_can_reach_is_not_read(String permissions) throws IOException {
    file.write("a token");
    mode(path, permissions);

    var failure = unsafe(file::read);

    assertThat(failure.sentence()).contains("can be read by others").doesNotContain("a token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
  void a_directory_that_others_can_write_to_is_refused(String permissions) throws IOException {
    file.write("a token");
    mode(directory, permissions);

    var reading = unsafe(file::read);
    var writing = unsafe(() -> file.write("another"));

    assertThat(reading.sentence()).contains("is in a directory that others can write to");
    assertThat(writing.sentence()).isEqualTo(reading.sentence());
    assertThat(path).hasContent("a token");
  }

  @Test
  void a_directory_that_others_can_only_look_into_is_taken() throws IOException {
    file.write("a token");
    mode(directory, "rwxr-xr-x");

    var text = file.read();

    assertThat(text).contains("a token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config/latchkey", "config/latchkey/credentials.json"})
  void what_belongs_to_somebody_else_is_not_read(String theirs) throws IOException {
    assumeTrue(new UnixSystem().getUid() == 0, "only root can give a file away");
    file.write("a token");
    Files.setAttribute(home.resolve(theirs), "unix:uid", 54_321);

    var failure = unsafe(file::read);

    assertThat(failure.sentence()).contains("belongs to somebody else");
  }

  @Test
  void something_else_in_its_place_is_refused() throws IOException {
    Files.createDirectories(path);
    mode(directory, "rwx------");

    unsafe(file::read);
    unsafe(() -> file.write("a token"));

    assertThat(path).isEmptyDirectory();
  }

  @Test
  void a_place_that_cannot_be_made_is_told() throws IOException {
    Files.writeString(home.resolve("config"), "a file in the way");

    var failure = unsafe(() -> file.write("a token"));

    assertThat(failure.sentence()).isEqualTo(path + " cannot be written.");
  }
}
