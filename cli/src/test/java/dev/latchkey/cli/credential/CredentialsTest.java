package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.PlatformUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  static final PlatformUrl HERE = PlatformUrl.of("https://api.example.com");
  static final PlatformUrl THERE = PlatformUrl.of("https://api.example.org");

  @TempDir Path home;
  private Path file;
  private Credentials credentials;

  @BeforeEach
  void nobody_is_signed_in() {
    file = home.resolve(".config/latchkey/credentials.json");
    credentials = Credentials.of(Map.of(), home);
  }

  static Kept session(PlatformUrl platform) {
    return new Kept(platform, "alice@example.com", Kind.SESSION, "lkse_hunter2", "device1");
  }

  private void file(String text) throws IOException {
    credentials.keep(session(HERE));
    Files.writeString(file, text);
  }

  @Test
  void where_nobody_signed_in_there_is_nothing_and_nothing_is_made() {
    assertThat(credentials.at(HERE)).isEmpty();
    assertThat(credentials.lastPlatform()).isEmpty();
    assertThat(credentials.device(HERE, "alice@example.com")).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void what_is_kept_comes_back_in_another_run(Kind kind) {
    var kept = new Kept(HERE, "zoë@example.com", kind, "lkat_hunter2", null);

    boolean hidden = credentials.keep(kept);

    assertThat(hidden).isFalse();
    assertThat(Credentials.of(Map.of(), home).at(HERE)).contains(kept);
  }

  @Test
  void each_platform_has_a_sign_in_of_its_own_and_the_last_one_is_known() {
    credentials.keep(session(HERE));
    credentials.keep(new Kept(THERE, "bob@example.com", Kind.LOGIN, "lkat_2", null));

    assertThat(credentials.at(HERE)).contains(session(HERE));
    assertThat(credentials.at(THERE)).map(Kept::email).contains("bob@example.com");
    assertThat(credentials.at(PlatformUrl.of("https://api.example.com:8443"))).isEmpty();
    assertThat(credentials.lastPlatform()).contains(THERE);
  }

  @Test
  void what_is_forgotten_is_not_in_the_file_and_the_device_token_is() {
    credentials.keep(session(HERE));
    credentials.keep(session(THERE));

    credentials.forget(session(HERE));

    assertThat(credentials.at(HERE)).isEmpty();
    assertThat(credentials.device(HERE, "alice@example.com")).contains("device1");
    assertThat(credentials.at(THERE)).contains(session(THERE));
  }

  @Test
  void no_token_is_left_in_the_folder_by_what_forgets_it() throws IOException {
    credentials.keep(session(HERE));

    credentials.forget(session(HERE));

    try (var files = Files.list(file.resolveSibling(""))) {
      assertThat(files).noneMatch(each -> contains(each, "lkse_hunter2"));
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_device_token_is_for_the_same_address_at_the_same_platform() {
    credentials.keep(session(HERE));

    assertThat(credentials.device(HERE, "alice@example.com")).contains("device1");
    assertThat(credentials.device(HERE, "bob@example.com")).isEmpty();
    assertThat(credentials.device(HERE, "")).isEmpty();
    assertThat(credentials.device(THERE, "alice@example.com")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lkse_hunter2",
        "{\"platforms\": lkse_hunter2",
        "{\"token\":\"lkse_hunter2\"",
        "[\"lkse_hunter2\"]",
        "\"lkse_hunter2\"",
        "",
        "\u0000\u0001",
        "{\"platforms\":\"lkse_hunter2\"}",
        "{\"platforms\":{\"https://api.example.com\":{\"kind\":\"hunter2\"}}}"
      })
  void a_broken_file_is_told_without_what_is_in_it(String text) throws IOException {
    file(text);

    var failure = catchThrowableOfType(Failure.class, () -> credentials.at(HERE));

    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    assertThat(failure.sentence())
        .isEqualTo(file + " is not what latch wrote. Delete it and sign in again.");
    assertThat(failure).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "{\"platforms\":[]}"})
  void a_broken_file_is_not_written_over(String text) throws IOException {
    file(text);

    var failure = catchThrowableOfType(Failure.class, () -> credentials.keep(session(HERE)));

    assertThat(failure.code()).isEqualTo(ExitCode.UNSAFE);
    assertThat(file).hasContent(text);
  }

  @Test
  void what_a_newer_latch_wrote_beside_stays() throws IOException {
    file("{\"newer\":true,\"platforms\":{\"https://api.example.org\":{\"newer\":1}}}");

    credentials.keep(session(HERE));

    assertThat(file).content().contains("\"newer\" : true").contains("\"newer\" : 1");
  }

  @Test
  void a_sign_in_that_a_keyring_has_is_not_there_without_it_but_can_be_replaced()
      throws IOException {
    file(
        """
        {"platforms":{"https://api.example.com":
          {"email":"alice@example.com","kind":"session","keyring":true}}}\
        """);

    var failure = catchThrowableOfType(Failure.class, () -> credentials.at(HERE));

    assertThat(failure.code()).isEqualTo(ExitCode.SIGNED_OUT);
    assertThat(failure.sentence()).contains("keyring").contains("latch login");
    assertThat(credentials.before(HERE)).isEmpty();
    assertThat(credentials.device(HERE, "alice@example.com")).isEmpty();
  }

  @Test
  void xdg_says_where_unless_it_is_relative() throws IOException {
    var elsewhere = home.resolve("elsewhere");

    Credentials.of(Map.of("XDG_CONFIG_HOME", elsewhere.toString()), home).keep(session(HERE));
    Credentials.of(Map.of("XDG_CONFIG_HOME", "relative"), home).keep(session(HERE));

    assertThat(elsewhere.resolve("latchkey/credentials.json")).exists();
    assertThat(file).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
        .isEqualTo("rwx------");
  }

  @Test
  void a_sign_in_as_text_has_no_secret() {
    assertThat(session(HERE))
        .hasToString("Kept[https://api.example.com alice@example.com SESSION]");
  }
}
