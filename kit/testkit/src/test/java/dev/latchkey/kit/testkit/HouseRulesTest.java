package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseRulesTest {

  @TempDir Path sources;

  @Test
  void a_look_at_the_clock_is_found_and_the_cure_is_named() {
    var offender = new ClassFileImporter().importClasses(LooksAtTheClock.class);

    assertThatThrownBy(() -> ForbiddenCalls.RULES.getFirst().check(offender))
        .hasMessageContaining("inject java.time.Clock");
  }

  @Test
  void chance_of_ones_own_is_found() {
    var offender = new ClassFileImporter().importClasses(RollsItsOwnDice.class);

    assertThatThrownBy(() -> ForbiddenCalls.RULES.get(1).check(offender))
        .hasMessageContaining("RandomIds");
  }

  @Test
  void a_long_file_and_a_silent_package_are_found() throws IOException {
    var file = Files.writeString(sources.resolve("Long.java"), "//\n".repeat(301));

    assertThat(FileRules.tooLong(sources)).containsExactly(file);
    assertThat(FileRules.silent(sources)).hasSize(1);
  }

  @Test
  void a_service_passes_that_keeps_the_rules() {
    assertThat(HouseRules.of("dev.latchkey.contracts")).hasSizeGreaterThan(15);
  }

  static final class LooksAtTheClock {
    Instant look() {
      return Instant.now();
    }
  }

  static final class RollsItsOwnDice {
    UUID roll() {
      return UUID.randomUUID();
    }
  }
}
