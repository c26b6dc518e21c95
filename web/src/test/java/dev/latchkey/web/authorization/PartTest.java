package dev.latchkey.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

  private static final UUID LAST = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");

  @Test
  void the_first_part_begins_at_the_beginning() {
    assertThat(Part.range(null)).isEqualTo("id ..; max=200");
  }

  @Test
  void the_next_part_begins_after_the_last_one_of_this() {
    assertThat(Part.range(LAST)).isEqualTo("id ]" + LAST + "..; max=200");
  }

  @Test
  void the_answer_says_where_the_list_goes_on() {
    assertThat(Part.older("id ]" + LAST + "..; max=200")).isEqualTo(LAST);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "id ..; max=200", "id ]not-an-id..; max=200"})
  void without_that_the_list_is_over(String nextRange) {
    assertThat(Part.older(nextRange)).isNull();
  }
}
