package dev.latchkey.kit.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class HostileTest {

  @Test
  void the_same_texts_come_again_and_they_differ() {
    var once = new ArrayList<String>();
    var again = new ArrayList<String>();

    Hostile.holds(Hostile.near("id=1; max=2"), once::add);
    Hostile.holds(Hostile.near("id=1; max=2"), again::add);

    assertThat(again).isEqualTo(once);
    assertThat(new HashSet<>(once)).hasSizeGreaterThan(500).contains("id=1; max=2");
  }

  @Test
  void a_failure_names_its_seed_and_shows_the_text_in_ascii() {
    assertThatThrownBy(() ->
            Hostile.holds(Hostile.text(), text -> assertThat(text.contains("\u0000")).isFalse()))
        .hasMessageContaining("Seed was")
        .hasMessageContaining("\\u0000");
  }
}
