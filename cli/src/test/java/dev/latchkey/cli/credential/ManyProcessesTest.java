package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.OwnJvm;
import dev.latchkey.cli.platform.PlatformUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of their own keep sign-ins: with any umask, and all at once. */
class ManyProcessesTest {

  private static final int EACH = 25;

  @TempDir Path home;

  /** Keeps sign-ins at so many platforms of a name. */
  static final class Keeping {
    private Keeping() {}

    public static void main(String[] words) {
      var credentials = Credentials.of(Map.of(), Path.of(words[0]));
      for (int i = 0; i < Integer.parseInt(words[2]); i++) {
        var platform = PlatformUrl.of("https://%s%d.example.com".formatted(words[1], i));
        credentials.keep(CredentialsTest.session(platform));
      }
    }
  }

  private Process keep(String umask, String name, int many) throws IOException {
    var script = "umask " + umask + "; exec \"$@\"";
    var command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(OwnJvm.running(Keeping.class, home.toString(), name, Integer.toString(many)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "777"})
  void the_umask_opens_nothing_and_closes_nothing(String umask) throws Exception {
    assertThat(keep(umask, "a", 2).waitFor()).isZero();
    assertThat(keep(umask, "b", 1).waitFor()).isZero();

    var config = home.resolve(".config");
    var folder = config.resolve("latchkey");
    assertThat(PrivateFileTest.mode(config)).isEqualTo("rwx------");
    assertThat(PrivateFileTest.mode(folder)).isEqualTo("rwx------");
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(file -> assertThat(PrivateFileTest.mode(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void sign_ins_that_are_kept_at_the_same_time_are_all_there() throws Exception {
    var all = List.of(keep("022", "a", EACH), keep("022", "b", EACH), keep("022", "c", EACH));

    for (var process : all) {
      assertThat(process.waitFor()).isZero();
    }

    var credentials = Credentials.of(Map.of(), home);
    for (var name : List.of("a", "b", "c")) {
      for (int i = 0; i < EACH; i++) {
        var platform = PlatformUrl.of("https://%s%d.example.com".formatted(name, i));
        assertThat(credentials.at(platform)).contains(CredentialsTest.session(platform));
      }
    }
  }
}
