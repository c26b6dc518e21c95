package dev.latchkey.e2e.chaos;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Call;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What people do at once, each at a moment of its own, and what came of it. */
final class Deeds {

  /** All begin within this; an answer takes up to seconds. */
  private static final int SPREAD_MS = 800;

  private static final int UNAVAILABLE = 503;
  private static final int FAILURE = 500;
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private final Random random;
  private final List<Deed> deeds = new ArrayList<>();
  private final CompletableFuture<Void> start = new CompletableFuture<>();

  Deeds(Random random) {
    this.random = random;
  }

  /** One deed; its answer is empty when none came. */
  private record Deed(String name, CompletableFuture<Optional<Answer>> answer) {}

  /** Plans a deed; it is begun some time after {@link #begin}. */
  CompletableFuture<Optional<Answer>> plan(String name, Supplier<Call> call) {
    var after = Duration.ofMillis(random.nextInt(SPREAD_MS));
    var answer =
        start.thenApplyAsync(
            begun -> {
              Setting.sleep(after);
              return sent(call.get());
            },
            THREADS);
    deeds.add(new Deed(name, answer));
    return answer;
  }

  /** From now on people are at it. */
  void begin() {
    start.complete(null);
  }

  /** Waits for every answer. */
  void awaitAnswers() {
    deeds.forEach(deed -> deed.answer().join());
  }

  int count() {
    return deeds.size();
  }

  /** How many were turned away, or had no answer. */
  long refused() {
    return deeds.stream()
        .filter(
            deed -> deed.answer().join().map(answer -> answer.status() == UNAVAILABLE).orElse(true))
        .count();
  }

  /** Answers that are wrong whatever broke: failures that are none of those that heal. */
  List<String> wrong() {
    return deeds.stream()
        .flatMap(deed ->
            deed.answer().join().stream()
                .filter(answer -> answer.status() >= FAILURE && answer.status() != UNAVAILABLE)
                .map(answer -> deed.name() + ": " + answer))
        .toList();
  }

  private static Optional<Answer> sent(Call call) {
    try {
      return Optional.of(call.send());
    } catch (UncheckedIOException none) {
      return Optional.empty();
    }
  }
}
