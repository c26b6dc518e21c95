package dev.latchkey.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.ending.Failure;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFuzzTest {

  @TempDir Path home;

  @Test
  void any_file_is_read_or_told_to_be_broken_in_a_sentence() throws IOException {
    var credentials = Credentials.of(Map.of(), home);
    credentials.keep(CredentialsTest.session(CredentialsTest.HERE));
    var file = home.resolve(".config/latchkey/credentials.json");
    var right = Files.readString(file);

    Hostile.holds(
        Hostile.near(right, "{}", "[]", "{\"last\":1,\"platforms\":{}}"),
        text -> {
          write(file, text);
          try {
            var unused = credentials.lastPlatform();
            credentials
                .at(CredentialsTest.HERE)
                .ifPresent(kept -> assertThat(kept.platform()).isEqualTo(CredentialsTest.HERE));
          } catch (Failure refused) {
            assertThat(refused.sentence()).doesNotContain("hunter2", "\u0000", "\u001b");
          }
        });
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
