package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.cli.OwnJvm;
import dev.latchkey.cli.ending.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real GNOME Keyring on a session bus of its own (Debian: libsecret-tools, gnome-keyring, dbus).
 * Its keyrings are below a home of its own; nobody can be asked there, so that what is locked stays
 * locked.
 */
class KeyringTest {

  private static final List<String> PROGRAMS =
      List.of("secret-tool", "gnome-keyring-daemon", "dbus-run-session");

  /** In a session whose keyring is unlocked at login, as on a desktop. */
  private static final String UNLOCKED =
      "printf 'open sesame\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec \"$@\"";

  /** In a session that nobody typed a password for, such as one over SSH. */
  private static final String LOCKED = "exec \"$@\"";

  @TempDir Path home;

  @BeforeEach
  void there_is_a_keyring() throws Exception {
    for (var program : PROGRAMS) {
      var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
      assumeTrue(
          Arrays.stream(path).anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          program + " is not installed: nothing is known of keyrings");
    }
    var bus = new ProcessBuilder("dbus-run-session", "--", "true").start();
    assumeTrue(bus.waitFor() == 0, "no session bus starts here: nothing is known of keyrings");
  }

  /** Does with the sign-ins of its environment what the words say, and prints what came of it. */
  static final class Desktop {
    private Desktop() {}

    public static void main(String[] words) {
      var home = Path.of(words[0]);
      for (var word : words[1].split(" ")) {
        System.out.println(word + ": " + said(Credentials.of(System.getenv(), home), word));
      }
    }

    private static Object said(Credentials credentials, String word) {
      var session = CredentialsTest.session(CredentialsTest.HERE);
      try {
        return switch (word) {
          case "keep" -> credentials.keep(session);
          case "at" -> credentials.at(CredentialsTest.HERE).map(Kept::token);
          case "before" -> credentials.before(CredentialsTest.HERE).map(Kept::token);
          case "device" -> credentials.device(CredentialsTest.HERE, session.email());
          case "forget" -> {
            credentials.forget(session);
            yield "done";
          }
          default -> throw new IllegalArgumentException(word);
        };
      } catch (Failure failure) {
        return failure.code();
      }
    }
  }

  private List<String> session(String begin, String words) throws Exception {
    var command = new ArrayList<>(List.of("dbus-run-session", "--", "sh", "-c", begin, "sh"));
    command.addAll(OwnJvm.running(Desktop.class, home.toString(), words));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    var environment = builder.environment();
    List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        .forEach(environment::remove);
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", home.toString());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().filter(line -> line.matches("[a-z]+: .*")).toList();
  }

  private String file() throws IOException {
    return Files.readString(home.resolve(".config/latchkey/credentials.json"));
  }

  @Test
  void the_keyring_keeps_the_token_and_the_file_does_not() throws Exception {
    var said = session(UNLOCKED, "keep at device");

    assertThat(said)
        .containsExactly("keep: true", "at: Optional[lkse_hunter2]", "device: Optional[device1]");
    assertThat(file())
        .contains("alice@example.com")
        .doesNotContain("lkse_hunter2")
        .doesNotContain("device1");
  }

  @Test
  void a_token_comes_back_in_the_next_session() throws Exception {
    session(UNLOCKED, "keep");

    var said = session(UNLOCKED, "at");

    assertThat(said).containsExactly("at: Optional[lkse_hunter2]");
  }

  @Test
  void what_is_forgotten_is_gone_from_the_keyring_too() throws Exception {
    session(UNLOCKED, "keep");
    var before = file();

    var said = session(UNLOCKED, "forget at device");
    Files.writeString(home.resolve(".config/latchkey/credentials.json"), before);
    var again = session(UNLOCKED, "at");

    assertThat(said)
        .containsExactly("forget: done", "at: Optional.empty", "device: Optional[device1]");
    assertThat(again).containsExactly("at: SIGNED_OUT");
  }

  @Test
  void a_locked_keyring_leaves_the_token_to_the_file_and_says_so() throws Exception {
    var said = session(LOCKED, "keep at");

    assertThat(said).containsExactly("keep: false", "at: Optional[lkse_hunter2]");
    assertThat(file()).contains("lkse_hunter2").contains("\"keyring\" : false");
  }

  @Test
  void a_sign_in_in_a_locked_keyring_is_out_of_reach_until_the_next() throws Exception {
    session(UNLOCKED, "keep");

    var said = session(LOCKED, "at before device keep at");

    assertThat(said)
        .containsExactly(
            "at: SIGNED_OUT",
            "before: Optional.empty",
            "device: Optional.empty",
            "keep: false",
            "at: Optional[lkse_hunter2]");
  }

  @Test
  void a_keyring_that_somebody_does_not_want_is_not_used() throws Exception {
    var said = session("export LATCHKEY_KEYRING=off; " + UNLOCKED, "keep at");

    assertThat(said).containsExactly("keep: false", "at: Optional[lkse_hunter2]");
    assertThat(file()).contains("lkse_hunter2");
  }

  @Test
  void there_is_none_without_a_session_bus_or_a_program_in_an_absolute_folder() {
    var path = System.getenv().getOrDefault("PATH", "");

    assertThat(Keyring.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:x", "PATH", path))).isPresent();
    assertThat(Keyring.of(Map.of("PATH", path))).isEmpty();
    assertThat(Keyring.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:x", "PATH", ""))).isEmpty();
    assertThat(Keyring.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:x", "PATH", "bin:."))).isEmpty();
  }
}
