package dev.latchkey.token.authorization;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition over authorizations that is being put together: which part of the list, newest first
 * or turned round. Of two that were made in the same moment the smaller id comes first.
 */
final class Slice {

  private final StringBuilder condition;
  private final List<Object> parameters = new ArrayList<>();

  /**
   * @param condition with the first parameters, by number
   */
  Slice(String condition, Object... first) {
    this.condition = new StringBuilder(condition);
    parameters.addAll(List.of(first));
  }

  /** What comes after this one in the list. */
  void begin(Authorization one, boolean included, boolean reversed) {
    if (reversed) {
      newerThan(one, included);
    } else {
      olderThan(one, included);
    }
  }

  /** What comes before this one in the list. */
  void end(Authorization one, boolean included, boolean reversed) {
    begin(one, included, !reversed);
  }

  String condition() {
    return condition.toString();
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  private void olderThan(Authorization one, boolean included) {
    add(" and (createdAt < ?%1$d or (createdAt = ?%1$d and id >%3$s ?%2$d))", one, included);
  }

  private void newerThan(Authorization one, boolean included) {
    add(" and (createdAt > ?%1$d or (createdAt = ?%1$d and id <%3$s ?%2$d))", one, included);
  }

  private void add(String template, Authorization one, boolean included) {
    int next = parameters.size() + 1;
    condition.append(template.formatted(next, next + 1, included ? "=" : ""));
    parameters.add(one.createdAt());
    parameters.add(one.id);
  }
}
