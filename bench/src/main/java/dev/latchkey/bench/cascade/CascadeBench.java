package dev.latchkey.bench.cascade;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.bench.Figures;
import dev.latchkey.bench.Running;
import dev.latchkey.e2e.person.People;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Switches two-factor on in one session while all others are asked again and again, and tells when
 * the last of them was believed.
 */
@Command(
    name = "cascade",
    description = "How long other sessions live after two-factor was switched on.")
public final class CascadeBench implements Callable<Integer> {

  @Mixin private Running platform = new Running();

  @Option(names = "--runs", description = "Default: ${DEFAULT-VALUE}.")
  private int runs = 50;

  @Option(names = "--sessions", description = "Others that have to end. Default: ${DEFAULT-VALUE}.")
  private int sessions = 50;

  @Option(names = "--warm-up", description = "Runs before that. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 5;

  private final Figures answers = new Figures("the answer to confirm");
  private final Figures lives = new Figures("a session was believed at most");
  private final Figures deaths = new Figures("a session was first refused after");
  private int survivors;

  @Override
  public Integer call() {
    var people = platform.people();
    for (int run = -warmUp; run < runs; run++) {
      var seen = once(people);
      if (run >= 0) {
        note(seen);
      }
      System.err.printf("\r%d of %d runs ", Math.max(0, run + 1), runs);
    }
    System.err.println();
    System.out.printf(
        "two-factor on with %d other sessions, %d runs, %d processors%n%n%s%n%s%n%s%n%s%n%n%s%n",
        sessions,
        runs,
        Runtime.getRuntime().availableProcessors(),
        Figures.head(),
        answers,
        lives,
        deaths,
        survivors == 0
            ? "None was believed once the answer was there."
            : survivors + " WERE BELIEVED AFTER THE ANSWER.");
    return survivors == 0 ? 0 : 1;
  }

  private record Seen(Duration answer, Watch watch, long begun, long answered) {}

  private Seen once(People people) {
    var person = people.signedUp("bench");
    var here = person.signIn("here");
    var others = person.signIn(sessions);
    person.startEnrolment(here);
    var confirming = person.confirming(here);
    try (var watch = Watch.begin(platform.api(), others)) {
      long begun = System.nanoTime();
      var answer = confirming.send();
      long answered = System.nanoTime();
      assertThat(answer).hasStatus(200);
      watch.awaitEnd();
      return new Seen(Duration.ofNanos(answered - begun), watch, begun, answered);
    }
  }

  private void note(Seen seen) {
    answers.add(seen.answer());
    for (var life : seen.watch().lives()) {
      if (life.lastBelieved() != 0) {
        lives.add(Duration.ofNanos(life.lastBelieved() - seen.begun()));
      }
      deaths.add(Duration.ofNanos(life.firstRefused() - seen.begun()));
      if (life.lastBelieved() > seen.answered()) {
        survivors++;
      }
    }
  }
}
