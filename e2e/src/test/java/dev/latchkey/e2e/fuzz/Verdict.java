package dev.latchkey.e2e.fuzz;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.e2e.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is wrong with an answer. */
final class Verdict {

  /** What a reader of our insides would look for: class names, frames, statements. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|\\bat [a-z]+(\\.[\\w$]+)+\\(|\\b(java|jakarta|io|org)\\.[a-z]+\\.[a-z]|"
              + "dev\\.latchkey\\.[a-z]|(?i)select .* from|insert into|jackson|hibernate|quarkus|vert\\.?x");

  /** What may be said of any request, before an operation is reached: 422 of a NUL in its query. */
  private static final List<Integer> ANYWHERE = List.of(400, 401, 403, 413, 422, 431);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> faults = new ArrayList<>();
  private final Operation operation;
  private final Attempt attempt;
  private final Answer answer;

  private Verdict(Operation operation, Attempt attempt, Answer answer) {
    this.operation = operation;
    this.attempt = attempt;
    this.answer = answer;
  }

  /** The faults; none when all is well. */
  static List<String> on(Operation operation, boolean served, Attempt attempt, Answer answer) {
    var verdict = new Verdict(operation, attempt, answer);
    verdict.status(served);
    verdict.words();
    return verdict.faults;
  }

  private void status(boolean served) {
    var fine = new TreeSet<>(ANYWHERE);
    if (served) {
      fine.addAll(operation.statuses());
    }
    if (!served || attempt.hasHostilePath()) {
      fine.addAll(List.of(404, 405));
    }
    if (attempt.asks("Accept")) {
      fine.add(406);
    }
    if (attempt.hasBody()) {
      fine.add(415);
    }
    if (answer.status() >= 500 || !fine.contains(answer.status())) {
      faults.add("status " + answer.status() + " is none of " + fine);
    }
  }

  private void words() {
    boolean json = answer.header("Content-Type").orElse("").startsWith("application/json");
    if (!answer.body().isEmpty() && !json) {
      faults.add("not JSON but " + answer.header("Content-Type").orElse("nothing"));
    }
    if (json && !parses()) {
      faults.add("a body that does not parse");
    }
    if (answer.status() < 400) {
      return;
    }
    if (!json || answer.text("/id").isEmpty() || answer.text("/message").isEmpty()) {
      faults.add("an error without id and message");
    }
    if (INSIDES.matcher(answer.body()).find()) {
      faults.add("says something of our insides");
    }
  }

  private boolean parses() {
    try {
      return !JSON.readTree(answer.body()).isMissingNode();
    } catch (JacksonException broken) {
      return false;
    }
  }
}
