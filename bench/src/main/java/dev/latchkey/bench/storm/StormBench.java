package dev.latchkey.bench.storm;

import dev.latchkey.bench.Figures;
import dev.latchkey.bench.Running;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Session checks at a steady pace, first alone, then while sign-ins storm. The storm is an open
 * loop: the next sign-in comes when it is due, whatever became of those before, as people come.
 */
@Command(name = "storm", description = "Sign-ins beyond capacity, beside session checks.")
public final class StormBench implements Callable<Integer> {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long BETWEEN_CHECKS_MILLIS = 20;

  /** So many keep the hashing busy without ever filling its queue. */
  private static final int AT_CAPACITY = 3;

  @Mixin private Running platform = new Running();

  @Option(names = "--seconds", description = "Of each phase. Default: ${DEFAULT-VALUE}.")
  private int seconds = 10;

  @Option(
      names = "--times",
      description = "Sign-ins in the storm, as a multiple of capacity. Default: ${DEFAULT-VALUE}.")
  private int times = 10;

  private final AtomicInteger failed = new AtomicInteger();

  @Override
  public Integer call() throws InterruptedException {
    var api = platform.api();
    var person = platform.people().signedUp("storm");
    var session = person.signIn();
    Supplier<Call> check = () -> api.get("/account").bearer(session.token());

    var before = new Figures("session check, quiet");
    var during = new Figures("session check, in the storm");
    var signedIn = new Figures("sign-in that went through");
    var refused = new Figures("sign-in that was refused");
    int capacity = capacity(person);
    paced(check, answer -> note(answer, OK, before));

    var answers = new ConcurrentLinkedQueue<CompletableFuture<Void>>();
    try (var storm = Executors.newSingleThreadExecutor()) {
      var unused =
          storm.submit(
              () -> storm(capacity * times, () -> answers.add(arrive(person, signedIn, refused))));
      paced(check, answer -> note(answer, OK, during));
    }
    answers.forEach(CompletableFuture::join);

    System.out.printf(
        "%d sign-ins/s are this machine's capacity, %d/s came for %d s, %d processors%n%n"
            + "%s%n%s%n%s%n%s%n%s%n%n%s%n",
        capacity,
        answers.size() / seconds,
        seconds,
        Runtime.getRuntime().availableProcessors(),
        Figures.head(),
        before,
        during,
        signedIn,
        refused,
        failed.get() == 0
            ? "Every other answer was what it should be."
            : failed.get() + " ANSWERS WERE NEITHER.");
    return failed.get() == 0 ? 0 : 1;
  }

  /** Sign-ins a second when there are always a few at once and none is turned away. */
  private int capacity(Person person) throws InterruptedException {
    var done = new AtomicInteger();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_CAPACITY; i++) {
        people.execute(() -> {
          while (System.nanoTime() < end) {
            if (person.signingIn().send().status() == CREATED) {
              done.incrementAndGet();
            }
          }
        });
      }
    }
    return Math.max(1, done.get() / seconds);
  }

  private @Nullable Void storm(int perSecond, Runnable arrival) throws InterruptedException {
    long begin = System.nanoTime();
    long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (int i = 0; i < perSecond * seconds; i++) {
      long early = begin + i * between - System.nanoTime();
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      arrival.run();
    }
    return null;
  }

  private CompletableFuture<Void> arrive(Person person, Figures signedIn, Figures refused) {
    return person.signingIn().sendAsync().thenAccept(answer -> sort(answer, signedIn, refused));
  }

  /** One after the other, a moment apart, for as long as a phase lasts. */
  private void paced(Supplier<Call> call, Consumer<Answer> noting) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      noting.accept(call.get().send());
      TimeUnit.MILLISECONDS.sleep(BETWEEN_CHECKS_MILLIS);
    }
  }

  private void sort(Answer answer, Figures signedIn, Figures refused) {
    boolean turnedAway = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
    note(answer, turnedAway ? answer.status() : CREATED, turnedAway ? refused : signedIn);
  }

  private void note(Answer answer, int expected, Figures figures) {
    if (answer.status() == expected) {
      figures.add(answer.took());
    } else {
      failed.incrementAndGet();
    }
  }
}
