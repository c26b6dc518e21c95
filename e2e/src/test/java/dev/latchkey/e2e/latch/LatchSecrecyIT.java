package dev.latchkey.e2e.latch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where passwords, codes and tokens are not: processes, history, files of others, crash reports.
 */
@OnThePlatform
class LatchSecrecyIT {

  private final Platform platform;
  private final Person bob;

  LatchSecrecyIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().signedUp("bob");
  }

  @Test
  void while_it_asks_no_process_shows_what_was_typed() throws IOException {
    bob.enrol(bob.signIn("browser"));
    var laptop = Machine.at(platform);

    try (var terminal = laptop.login(bob, bob.password())) {
      terminal.expect("Two-factor code: ");
      assertThat(seenOf(terminal)).doesNotContain(bob.password());
      var code = bob.authenticator().freshCode();
      terminal.press(code);
      assertThat(seenOf(terminal)).doesNotContain(code);
      terminal.press("\r").exits(0);
    }

    try (var terminal = laptop.latch("log", "--follow")) {
      terminal.expect("Signed in");
      assertThat(seenOf(terminal)).contains("log").doesNotContain(laptop.token());
    }
  }

  @Test
  void a_shell_remembers_commands_and_nothing_that_was_typed_into_them() throws IOException {
    var laptop = Machine.at(platform);

    try (var terminal = laptop.sh("HISTFILE=$HOME/history exec bash --norc -i")) {
      terminal.enter("latch login").expect("E-mail: ").enter(bob.email());
      terminal.expect("Password: ").enter(bob.password()).expect("Signed in");
      terminal.enter("history -a").enter("exit").ends();
      assertThat(terminal.screen()).doesNotContain(bob.password());
    }

    assertThat(laptop.read("history")).contains("latch login").doesNotContain(bob.password());
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "777"})
  void what_is_kept_is_its_owners_alone_whatever_the_umask(String umask) throws IOException {
    var laptop = Machine.at(platform);

    try (var terminal = laptop.sh("umask " + umask + "; exec latch login")) {
      terminal.expect("E-mail: ").enter(bob.email());
      terminal.expect("Password: ").enter(bob.password()).exits(0);
    }

    assertThat(mode(laptop.credentials())).isEqualTo("rw-------");
    assertThat(mode(laptop.file(".config/latchkey"))).isEqualTo("rwx------");
    laptop.runs("whoami");
  }

  @Test
  void a_link_in_place_of_the_file_is_refused_and_not_followed() throws IOException {
    var laptop = Machine.at(platform).signIn(bob);
    var stolen = laptop.write("stolen.json", laptop.read(".config/latchkey/credentials.json"));
    Files.setPosixFilePermissions(stolen, PosixFilePermissions.fromString("rw-------"));
    Files.delete(laptop.credentials());
    Files.createSymbolicLink(laptop.credentials(), stolen);
    var before = Files.readString(stolen);
    laptop.forgetScreen();

    laptop.ends(8, "whoami");
    laptop.login(bob, bob.password()).exits(8);

    laptop.hasShown("credentials-are-a-link");
    assertThat(stolen).hasContent(before);
  }

  /** Nor an echo: a person's shell sets its terminal right by itself, and this one does not. */
  @Test
  void a_crash_leaves_no_report_and_no_image_of_its_memory() throws Exception {
    var laptop = Machine.at(platform);

    var line =
        "ulimit -c unlimited; latch login; echo ended with $?; stty -a | grep -o -- '-echo '";
    try (var terminal = laptop.sh(line)) {
      terminal.expect("E-mail: ").enter(bob.email()).expect("Password: ");
      terminal.press(bob.password());
      var latch = ProcessHandle.of(terminal.pid()).orElseThrow().children().findFirst();
      var pid = String.valueOf(latch.orElseThrow().pid());
      assertThat(new ProcessBuilder("kill", "-SEGV", pid).start().waitFor()).isZero();
      terminal.exits(0);
    }
    laptop.hasShown(laptop.runsAnExecutable() ? "crash-of-the-executable" : "crash");

    try (var files = Files.walk(laptop.file("."))) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.contains("hs_err") || name.startsWith("core"));
    }
  }

  @Test
  void after_ctrl_c_at_a_password_the_terminal_shows_again_what_is_typed() {
    var laptop = Machine.at(platform);

    try (var terminal = laptop.sh("trap : INT; latch login; stty -a")) {
      terminal.expect("E-mail: ").enter(bob.email()).expect("Password: ").press("\u0003");
      assertThat(terminal.exits(0)).containsPattern("[ ;]echo[ ;]");
    }
  }

  /** Command lines and environments of the program and of all that it started. */
  private static String seenOf(Terminal terminal) throws IOException {
    var seen = new StringBuilder();
    var program = ProcessHandle.of(terminal.pid()).orElseThrow();
    List<ProcessHandle> all = Stream.concat(Stream.of(program), program.descendants()).toList();
    for (var process : all) {
      for (var name : List.of("cmdline", "environ")) {
        var file = Path.of("/proc", String.valueOf(process.pid()), name);
        if (Files.exists(file)) {
          seen.append(new String(Files.readAllBytes(file), ISO_8859_1).replace('\0', ' '));
        }
      }
    }
    return seen.toString();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
