package dev.latchkey.kit.paging;

import dev.latchkey.kit.paging.ListRange.Bound;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * A part of a list.
 *
 * @param id what {@code Range} calls each
 * @param more true when the list goes on after this part
 */
public record Page<T>(List<T> items, Function<T, UUID> id, ListRange range, boolean more) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * The part of a whole list, for lists that are short by their nature.
   *
   * @throws dev.latchkey.kit.problem.ProblemException 416 when a place that is named is not in it
   */
  public static <T> Page<T> of(List<T> all, Function<T, UUID> id, ListRange range) {
    var list = range.reversed() ? all.reversed() : all;
    var from = range.from();
    var to = range.to();
    int begin = from == null ? 0 : place(list, id, from) + (from.included() ? 0 : 1);
    int end = to == null ? list.size() : place(list, id, to) + (to.included() ? 1 : 0);
    var part = begin < end ? list.subList(begin, end) : List.<T>of();
    return ofFound(part, id, range);
  }

  /**
   * The part that a query found.
   *
   * @param found may have more than was asked for, which tells that the list goes on
   */
  public static <T> Page<T> ofFound(List<T> found, Function<T, UUID> id, ListRange range) {
    var items = found.subList(0, Math.min(found.size(), range.most()));
    return new Page<>(items, id, range, found.size() > items.size());
  }

  /** The answer: 206 with {@code Next-Range} while there is more, 200 with the last part. */
  public <V> RestResponse<List<V>> answer(Function<T, V> view) {
    return reply(view).build();
  }

  /** The same, for who has more to say in it. */
  public <V> ResponseBuilder<List<V>> reply(Function<T, V> view) {
    var answer =
        ResponseBuilder.create(
                more ? Status.PARTIAL_CONTENT : Status.OK, items.stream().map(view).toList())
            .header("Accept-Ranges", "id");
    if (!items.isEmpty()) {
      answer.header(
          "Content-Range", "id " + id.apply(items.getFirst()) + ".." + id.apply(items.getLast()));
    }
    if (more) {
      answer.header("Next-Range", range.next(id.apply(items.getLast())));
    }
    return answer;
  }

  private static <T> int place(List<T> list, Function<T, UUID> id, Bound bound) {
    return IntStream.range(0, list.size())
        .filter(i -> id.apply(list.get(i)).equals(bound.id()))
        .findFirst()
        .orElseThrow(ListRange::notSatisfiable);
  }
}
