package dev.latchkey.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class ListRangeFuzzTest {

  private static final String ID = "01234567-89ab-4def-8123-456789abcdef";

  private static Gen<String> ranges() {
    return Hostile.near(
        "id ..", "id ]" + ID + "..; max=10", "id " + ID + ".." + ID + "[; order=desc;", "", "id");
  }

  @Test
  void any_text_is_a_range_within_bounds_or_refused_as_none() {
    Hostile.holds(
        ranges(),
        text -> {
          try {
            assertThat(ListRange.of(text).most()).isBetween(1, 1000);
          } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(416);
          }
        });
  }

  @Test
  void what_asks_for_the_next_part_is_itself_a_range() {
    var last = UUID.fromString(ID);
    Hostile.holds(
        ranges(),
        text ->
            ListRange.parse(text)
                .ifPresent(range -> {
                  var next = ListRange.parse(range.next(last)).orElseThrow();
                  assertThat(next.from()).isEqualTo(new ListRange.Bound(last, false));
                  assertThat(next.to()).isEqualTo(range.to());
                  assertThat(next.reversed()).isEqualTo(range.reversed());
                  assertThat(next.most()).isEqualTo(range.most());
                }));
  }

  @Test
  void space_around_it_changes_nothing() {
    Hostile.holds(
        ranges(),
        text -> {
          if (text.length() < 200) {
            assertThat(ListRange.parse(" " + text + " ")).isEqualTo(ListRange.parse(text));
          }
        });
  }
}
