package dev.latchkey.local.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/security-tests.md} is written from the list of attacks and the tags of all tests;
 * {@code -Dlatchkey.golden=rewrite} rewrites it.
 */
class SecurityTestsPageTest {

  private static final Path ROOT =
      Path.of(System.getProperty("latchkey.root", "../../..")).toAbsolutePath().normalize();

  private static final Path PAGE = ROOT.resolve("docs/security-tests.md");

  @Test
  void the_page_says_which_test_shows_which_attack() throws IOException {
    var page = AttackTable.below(ROOT).page();

    if ("rewrite".equals(System.getProperty("latchkey.golden"))) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void every_attack_has_a_test_and_every_tag_an_attack() throws IOException {
    assertThat(AttackTable.below(ROOT).gaps()).isEmpty();
  }

  @Test
  void no_number_is_given_twice() throws IOException {
    assertThat(Attacks.all()).extracting(Attack::number).isSorted().doesNotHaveDuplicates();
  }
}
