package dev.latchkey.bench.timing;

import static dev.latchkey.bench.timing.Question.KNOWN;
import static dev.latchkey.bench.timing.Question.LOCKED_RIGHT;
import static dev.latchkey.bench.timing.Question.LOCKED_WRONG;
import static dev.latchkey.bench.timing.Question.OLD;
import static dev.latchkey.bench.timing.Question.OVER_RIGHT;
import static dev.latchkey.bench.timing.Question.OVER_WRONG;
import static dev.latchkey.bench.timing.Question.REPLAYED;
import static dev.latchkey.bench.timing.Question.UNKNOWN;
import static dev.latchkey.bench.timing.Question.WRONG;

import dev.latchkey.bench.Running;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Sends what must be refused, one after the other in an order by chance, and compares how long each
 * kind of refusal takes. What slows the machine down for a while slows all kinds down.
 */
@Command(name = "timing", description = "Whether the time of a refusal tells why.")
public final class TimingBench implements Callable<Integer> {

  /** Attack 25. */
  private static final double LIMIT_MILLIS = 5;

  /** An address has ten, and the last one is not touched. */
  private static final int MOST_PASSWORDS = 9;

  /** Accounts whose guesses take turns: few, so that a used code stays in its window. */
  private static final int TAKING_TURNS = 8;

  @Mixin private Running platform = new Running();

  @Option(names = "--accounts", description = "Default: ${DEFAULT-VALUE}.")
  private int accounts = 1_000;

  @Option(
      names = "--samples",
      description = "Wrong passwords, half of them for no account. Default: ${DEFAULT-VALUE}.")
  private int samples = 10_000;

  @Option(names = "--seed", description = "Of the order. Default: ${DEFAULT-VALUE}.")
  private long seed = 25;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    int tries = samples / 2 / accounts;
    if (tries < 1 || tries > MOST_PASSWORDS) {
      throw new IllegalArgumentException(
          "%d samples make %d passwords an address, not 1 to %d"
              .formatted(samples, tries, MOST_PASSWORDS));
    }
    var api = platform.api();
    var crowd = new Crowd(platform.people());
    int early = Math.max(5, accounts / 50);
    var people = crowd.of(early + accounts);
    var random = new Random(seed);

    all(api, crowd, people.subList(0, early), MOST_PASSWORDS, random);
    return report(all(api, crowd, people.subList(early, people.size()), tries, random));
  }

  private static Samples all(Api api, Crowd crowd, List<Person> people, int tries, Random random) {
    var samples = new Samples();
    passwords(api, crowd, people, tries, random, samples);
    codes(api, people, random, samples);
    return samples;
  }

  private static void passwords(
      Api api, Crowd crowd, List<Person> people, int tries, Random random, Samples samples) {
    var order = new ArrayList<Runnable>();
    for (var person : people) {
      var nobody = crowd.stranger();
      for (int i = 0; i < tries; i++) {
        // As long as right ones are.
        var wrong = "mostly words " + Integer.toHexString(random.nextInt());
        order.add(() -> samples.take(KNOWN, api.post("/sessions").basic(person.email(), wrong)));
        order.add(() -> samples.take(UNKNOWN, api.post("/sessions").basic(nobody.email(), wrong)));
      }
    }
    Collections.shuffle(order, random);
    order.forEach(Runnable::run);
  }

  private static void codes(Api api, List<Person> people, Random random, Samples samples) {
    var waiting = new ArrayDeque<>(people);
    var turns = new ArrayList<Guesses>();
    while (!waiting.isEmpty() || !turns.isEmpty()) {
      if (turns.size() < TAKING_TURNS && !waiting.isEmpty()) {
        turns.add(Guesses.begin(api, waiting.remove(), InstantSource.system(), random));
      }
      var turn = turns.get(random.nextInt(turns.size()));
      turn.go(samples);
      if (turn.done()) {
        turns.remove(turn);
        System.err.printf("\rcodes: %d accounts to go ", waiting.size() + turns.size());
      }
    }
    System.err.println();
  }

  private int report(Samples taken) {
    var comparisons =
        Stream.of(
                Comparison.of(taken, KNOWN, UNKNOWN),
                Comparison.of(taken, WRONG, OLD),
                Comparison.of(taken, WRONG, REPLAYED),
                Comparison.of(taken, WRONG, LOCKED_WRONG),
                Comparison.of(taken, LOCKED_WRONG, LOCKED_RIGHT),
                Comparison.of(taken, WRONG, OVER_WRONG),
                Comparison.of(taken, OVER_WRONG, OVER_RIGHT))
            .toList();
    System.out.printf(
        "%d accounts, %d processors, order %d%n%n%s%n",
        accounts, Runtime.getRuntime().availableProcessors(), seed, Samples.HEAD);
    Stream.of(Question.values()).map(taken::row).forEach(System.out::println);
    System.out.printf("%n%s%n", Comparison.HEAD);
    comparisons.stream().map(Comparison::row).forEach(System.out::println);
    var alike = comparisons.stream().filter(one -> !one.toldByTheAnswer()).toList();
    boolean close = alike.stream().allMatch(one -> one.closerThan(LIMIT_MILLIS));
    System.out.printf(
        Locale.ROOT,
        "%n%d answers were of another kind, and are no samples.%n"
            + "Of the %d pairs with one answer, the smallest p is %.3f (Bonferroni).%n%s%n",
        taken.others(),
        alike.size(),
        alike.size() * alike.stream().mapToDouble(one -> one.ranks().p()).min().orElse(1),
        close
            ? "Where the answer is one, all medians are less than %.0f ms apart."
                .formatted(LIMIT_MILLIS)
            : "THERE ARE MEDIANS %.0f MS APART OR MORE.".formatted(LIMIT_MILLIS));
    return close && taken.others() < samples / 100 ? 0 : 1;
  }
}
