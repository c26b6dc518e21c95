package dev.latchkey.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void following_next_range_gives_the_whole_list_once_in_its_order() {
    var random = new Random(206);
    for (int i = 0; i < 200; i++) {
      var list = Stream.generate(UUID::randomUUID).limit(random.nextInt(30)).toList();
      boolean reversed = random.nextBoolean();
      var range = new ListRange(null, null, reversed, 1 + random.nextInt(10));

      assertThat(followed(list, range)).isEqualTo(reversed ? list.reversed() : list);
    }
  }

  @Test
  void both_bounds_are_kept_while_following() {
    var list = Stream.generate(UUID::randomUUID).limit(10).toList();
    var range = ListRange.of("id ]%s..%s[; max=2".formatted(list.get(1), list.get(8)));

    assertThat(followed(list, range)).isEqualTo(list.subList(2, 8));
  }

  @Test
  void a_part_is_206_and_the_last_one_200() {
    var list = Stream.generate(UUID::randomUUID).limit(3).toList();

    var first = Page.of(list, id(), ListRange.of("id ..; max=2")).answer(id());
    var last = Page.of(list, id(), ListRange.of(first.getHeaderString("Next-Range"))).answer(id());

    assertThat(first.getStatus()).isEqualTo(206);
    assertThat(first.getHeaderString("Accept-Ranges")).isEqualTo("id");
    assertThat(first.getHeaderString("Content-Range"))
        .isEqualTo("id " + list.get(0) + ".." + list.get(1));
    assertThat(last.getStatus()).isEqualTo(200);
    assertThat(last.getEntity()).containsExactly(list.get(2));
    assertThat(last.getHeaderString("Next-Range")).isNull();
  }

  @Test
  void nothing_is_200_too() {
    var answer = Page.of(List.<UUID>of(), id(), ListRange.ALL).answer(id());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Content-Range")).isNull();
  }

  @Test
  void a_place_that_is_not_in_the_list_is_416() {
    var range = ListRange.of("id ]" + UUID.randomUUID() + "..");

    assertThatThrownBy(() -> Page.of(List.of(UUID.randomUUID()), id(), range))
        .isInstanceOf(ProblemException.class);
  }

  private static List<UUID> followed(List<UUID> list, ListRange range) {
    var all = new ArrayList<UUID>();
    var page = Page.of(list, id(), range);
    all.addAll(page.items());
    while (page.more()) {
      page = Page.of(list, id(), ListRange.of(range.next(page.items().getLast())));
      all.addAll(page.items());
    }
    return all;
  }

  private static Function<UUID, UUID> id() {
    return Function.identity();
  }
}
