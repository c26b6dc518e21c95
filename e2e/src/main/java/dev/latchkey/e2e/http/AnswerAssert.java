package dev.latchkey.e2e.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.assertj.core.api.AbstractAssert;

/** What answers are checked for. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

  private AnswerAssert(Answer actual) {
    super(actual, AnswerAssert.class);
  }

  public static AnswerAssert assertThat(Answer actual) {
    return new AnswerAssert(actual);
  }

  @CanIgnoreReturnValue
  public AnswerAssert hasStatus(int status) {
    if (actual.status() != status) {
      throw failure("expected status %d of %s", status, actual);
    }
    return this;
  }

  /** Refused in the one shape that all errors have. */
  @CanIgnoreReturnValue
  public AnswerAssert isRefused(int status, String id) {
    hasStatus(status).isProblem();
    if (!actual.id().equals(id)) {
      throw failure("expected error %s of %s", id, actual);
    }
    return this;
  }

  /** An error with a JSON body that has id and message. */
  @CanIgnoreReturnValue
  public AnswerAssert isProblem() {
    var json = actual.json();
    boolean typed =
        actual
            .header("Content-Type")
            .filter(type -> type.startsWith("application/json"))
            .isPresent();
    boolean complete =
        !json.path("id").asText().isEmpty() && !json.path("message").asText().isEmpty();
    if (actual.status() < 400 || !typed || !complete) {
      throw failure("expected an error with id and message, not %s", actual);
    }
    return this;
  }

  /** Not there for now, and says when to come back. */
  @CanIgnoreReturnValue
  public AnswerAssert isUnavailable() {
    isRefused(503, "unavailable");
    if (actual.header("Retry-After").isEmpty()) {
      throw failure("expected Retry-After beside %s", actual);
    }
    return this;
  }

  @CanIgnoreReturnValue
  public AnswerAssert hasText(String pointer, String text) {
    if (!actual.text(pointer).equals(text)) {
      throw failure("expected %s to be %s in %s", pointer, text, actual);
    }
    return this;
  }

  @CanIgnoreReturnValue
  public AnswerAssert isNotStored() {
    if (!actual.header("Cache-Control").orElse("").contains("no-store")) {
      throw failure("expected Cache-Control: no-store");
    }
    return this;
  }
}
