package dev.latchkey.cli.operator.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.Ran;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.operator.MadeKey;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTextFuzzTest {

  private static final String ID = "01234567-89ab-4def-8123-456789abcdef";

  @TempDir Path home;

  @Test
  void whatever_is_typed_only_an_id_gets_into_a_path() {
    var nobody =
        new Operator(
            new Surroundings(
                Map.of(), home, Clock.fixed(Ran.NOW, ZoneOffset.UTC), Ran.nobody(), Ran.nowhere()));

    Hostile.holds(
        Hostile.near(ID, ID + "/..", "alice@example.com"),
        text -> {
          try {
            assertThat(AccountLookup.id(nobody, text)).matches("[0-9a-f-]{36}");
          } catch (Failure refused) {
            assertThat(refused.sentence()).matches("[ -~]+");
          }
        });
  }

  @Test
  void any_file_is_a_key_or_told_to_be_none_without_what_is_in_it() throws Exception {
    var pem = MadeKey.p256().pem();
    var secret = pem.lines().toList().get(1).substring(36);
    var file = home.resolve("operator.pem");

    Hostile.holds(
        Hostile.near(pem, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
        text -> {
          write(file, text);
          try {
            assertThat(OperatorKey.read(file)).hasToString("operator");
          } catch (Failure refused) {
            assertThat(refused.sentence()).startsWith(file + " ").doesNotContain(secret);
          }
        });
  }

  private static void write(Path file, String text) {
    try {
      var unused = MadeKey.write(file, text, "rw-------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
