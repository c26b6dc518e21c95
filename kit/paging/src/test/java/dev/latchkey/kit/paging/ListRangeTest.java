package dev.latchkey.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kit.paging.ListRange.Bound;
import dev.latchkey.kit.problem.ProblemException;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRangeTest {

  private static final UUID ONE = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
  private static final UUID TWO = UUID.fromString("11234567-89ab-4def-8123-456789abcdef");

  @Test
  void without_a_header_it_is_the_whole_list_in_parts_of_200() {
    assertThat(ListRange.of(null)).isEqualTo(new ListRange(null, null, false, 200));
    assertThat(ListRange.of("id ..")).isEqualTo(ListRange.ALL);
  }

  @Test
  void what_the_command_line_sends_with_every_request_is_a_range() {
    assertThat(ListRange.of("id ..; max=1000")).isEqualTo(new ListRange(null, null, false, 1000));
  }

  @Test
  void brackets_leave_the_named_one_out() {
    assertThat(ListRange.of("id " + ONE + ".." + TWO))
        .isEqualTo(new ListRange(new Bound(ONE, true), new Bound(TWO, true), false, 200));
    assertThat(ListRange.of("id ]" + ONE + ".." + TWO + "[; order=desc; max=3;"))
        .isEqualTo(new ListRange(new Bound(ONE, false), new Bound(TWO, false), true, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id",
        "bytes=0-10",
        "name ..",
        "id ]..",
        "id ..[",
        "id ]1..",
        "id ..; max=0",
        "id ..; max=-1",
        "id ..; max=1001",
        "id ..; max=99999999999999999999",
        "id ..; max=1; max=2",
        "id ..; order=sideways",
        "id ..; colour=blue",
        "id ..; max=1; nonsense"
      })
  void what_is_no_range_is_416(String text) {
    assertThatThrownBy(() -> ListRange.of(text)).isInstanceOf(ProblemException.class);
  }

  /** Java's expressions call themselves for each repetition: an error of the stack is no 416. */
  @Test
  void a_range_as_long_as_a_header_may_be_is_416() {
    assertThatThrownBy(() -> ListRange.of("id .." + ";a=1".repeat(2000)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void what_the_last_part_told_asks_for_the_next_and_for_nothing_else() {
    var random = new Random(416);
    for (int i = 0; i < 1000; i++) {
      var to = random.nextBoolean() ? null : new Bound(TWO, random.nextBoolean());
      var range = new ListRange(null, to, random.nextBoolean(), 1 + random.nextInt(1000));

      assertThat(ListRange.of(range.next(ONE)))
          .isEqualTo(
              new ListRange(new Bound(ONE, false), range.to(), range.reversed(), range.most()));
    }
  }

  @Test
  void no_text_whatever_does_anything_but_parse_or_not() {
    var random = new Random(417);
    var signs = "id ]..[;=maxorder0123456789abcdef-" + ONE;
    for (int i = 0; i < 20_000; i++) {
      var text =
          random
              .ints(random.nextInt(60), 0, signs.length())
              .mapToObj(at -> String.valueOf(signs.charAt(at)))
              .collect(Collectors.joining());

      ListRange.parse("id " + text).ifPresent(range -> assertThat(range.most()).isBetween(1, 1000));
    }
  }
}
