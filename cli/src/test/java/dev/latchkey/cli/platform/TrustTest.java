package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.cli.OwnJvm;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real TLS with certificates made here. */
class TrustTest {

  private static final Call CALL = Call.get("/account").bearer("lkat_hunter2");

  @TempDir static Path folder;
  private static SelfMade made;

  @BeforeAll
  static void an_authority_is_made() throws Exception {
    made = SelfMade.in(folder);
  }

  private static LocalPlatform platform(String alias) throws Exception {
    return LocalPlatform.saying(made.identity(alias), 200, "{\"here\":true}");
  }

  private static Failure fail(PlatformUrl url, Trust trust) {
    var api = new Api(url, trust, "latch/test");
    return catchThrowableOfType(Failure.class, () -> api.send(CALL));
  }

  @Test
  void a_certificate_from_nobody_known_is_not_trusted_and_nothing_is_sent() throws Exception {
    try (var platform = platform("server")) {
      var failure = fail(platform.url(), Trust.of(""));

      assertThat(failure.code()).isEqualTo(ExitCode.AWAY);
      assertThat(failure.sentence())
          .startsWith(platform.url() + " is not trusted: ")
          .contains("LATCHKEY_CA_FILE")
          .doesNotContain("PKIX");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void an_authority_of_ones_own_is_trusted() throws Exception {
    try (var platform = platform("server")) {
      var trust = Trust.of(made.file(folder).toString());

      var answer = new Api(platform.url(), trust, "latch/test").send(CALL);

      assertThat(answer.orFail().path("here").asBoolean()).isTrue();
    }
  }

  @Test
  void an_authority_of_ones_own_vouches_for_no_other_name() throws Exception {
    try (var platform = platform("server")) {
      var failure = fail(platform.otherUrl(), Trust.of(made.file(folder).toString()));

      assertThat(failure.sentence()).contains("is not trusted: No name matching localhost found");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void a_certificate_whose_time_is_over_is_not_trusted() throws Exception {
    try (var platform = platform("former")) {
      var failure = fail(platform.url(), Trust.of(made.file(folder).toString()));

      assertThat(failure.sentence()).endsWith("is not trusted: its certificate is out of date.");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void a_file_may_have_several_authorities_and_words_between_them() throws Exception {
    var other = SelfMade.in(Files.createDirectory(folder.resolve("other")));
    var both =
        Files.writeString(
            folder.resolve("both.pem"), "# theirs\n" + other.pem() + "# ours\n" + made.pem());
    try (var platform = platform("server")) {
      var answer = new Api(platform.url(), Trust.of(both.toString()), "latch/test").send(CALL);

      assertThat(answer.ok()).isTrue();
    }
  }

  /** The JDK is told that ours is one of its authorities, and the file has another. */
  @Test
  void the_authorities_of_the_jdk_stay_trusted() throws Exception {
    var other = SelfMade.in(Files.createDirectory(folder.resolve("another")));
    var more = other.file(folder.resolve("another"));
    try (var platform = platform("server")) {
      var child = ask(platform, more, made.asTheJdks(folder));

      assertThat(child.waitFor()).isZero();
      assertThat(platform.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n"
      })
  void a_file_that_has_no_certificates_is_told_without_what_is_in_it(String text) throws Exception {
    var file = Files.writeString(folder.resolve("wrong.pem"), text);
    var url = PlatformUrl.of("https://api.example.com");

    var failure = fail(url, Trust.of(file.toString()));

    assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.sentence())
        .startsWith("LATCHKEY_CA_FILE, " + file + ", ")
        .doesNotContain("hunter2")
        .doesNotContain("aHVudGVyMg");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    var file = folder.resolve("none.pem");

    var failure = fail(PlatformUrl.of("https://api.example.com"), Trust.of(file.toString()));

    assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
    assertThat(failure.sentence()).isEqualTo("LATCHKEY_CA_FILE, " + file + ", cannot be read.");
  }

  @Test
  void a_platform_on_this_machine_needs_no_file() throws Exception {
    try (var platform = LocalPlatform.saying(200, "{}")) {
      var trust = Trust.of(folder.resolve("none.pem").toString());

      var answer = new Api(platform.url(), trust, "latch/test").send(CALL);

      assertThat(answer.ok()).isTrue();
    }
  }

  /** A trust store of a type that does not exist breaks whoever reads it. */
  @Test
  void a_platform_on_this_machine_reads_no_trust_store() throws Exception {
    try (var platform = LocalPlatform.saying(200, "{}")) {
      var child = ask(platform, Path.of(""), "-Djavax.net.ssl.trustStoreType=none-such");

      assertThat(child.waitFor()).isZero();
      assertThat(platform.asked()).hasSize(1);
    }
  }

  private static Process ask(LocalPlatform platform, Path file, String... flags)
      throws IOException {
    var url = platform.url().toString();
    var command = OwnJvm.running(List.of(flags), Asking.class, url, file.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** One request, in a process of its own. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] words) {
      var api = new Api(PlatformUrl.of(words[0]), Trust.of(words[1]), "latch/test");
      System.exit(api.send(CALL).ok() ? 0 : 1);
    }
  }
}
