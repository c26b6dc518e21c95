package dev.latchkey.bench.timing;

import dev.latchkey.e2e.http.Call;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;

/** How long answers took, all of them. */
final class Samples {

  static final String HEAD =
      "| what is refused | samples | median ms | p95 ms |\n|---|---|---|---|";

  private static final double NANOS_A_MILLI = 1_000_000;
  private static final double MEDIAN = 50;
  private static final double LATE = 95;

  private final Map<Question, List<Double>> millis = new EnumMap<>(Question.class);
  private int others;

  /** Sends it and notes the time, if it is refused as it should be. */
  void take(Question question, Call call) {
    // Who is turned away because the platform is busy asks again: each answer has its own time.
    var answer = call.sendPatiently();
    if (answer.status() != question.status() || !answer.id().equals(question.id())) {
      System.err.printf("%n%s was answered by %s%n", question.text(), answer);
      others++;
      return;
    }
    millis
        .computeIfAbsent(question, unused -> new ArrayList<>())
        .add(answer.took().toNanos() / NANOS_A_MILLI);
  }

  /** Answers that were none of those that are expected. */
  int others() {
    return others;
  }

  double[] of(Question question) {
    return millis.getOrDefault(question, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** A line of a table. */
  String row(Question question) {
    var all = of(question);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f |",
        question.text(),
        all.length,
        StatUtils.percentile(all, MEDIAN),
        StatUtils.percentile(all, LATE));
  }
}
