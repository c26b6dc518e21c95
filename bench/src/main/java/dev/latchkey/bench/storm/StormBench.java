package dev.latchkey.bench.storm;

import dev.latchkey.bench.Figures;
import dev.latchkey.bench.Inside;
import dev.latchkey.bench.Running;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Requests with a session and checks at the edge, at a steady pace, first alone, then while
 * sign-ins storm. The storm is an open loop: the next sign-in comes when it is due, whatever became
 * of those before, as people come.
 */
@Command(name = "storm", description = "Sign-ins beyond capacity, beside who is signed in.")
public final class StormBench implements Callable<Integer> {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long BETWEEN_REQUESTS_MILLIS = 20;

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
  private final Queue<CompletableFuture<Void>> arrivals = new ConcurrentLinkedQueue<>();

  @Override
  public Integer call() throws InterruptedException {
    var api = platform.api();
    var person = platform.people().signedUp("storm");
    var session = person.signIn();
    Supplier<Call> request = () -> api.get("/account").bearer(session.token());
    var edge = new EdgeChecks(new Inside(platform), session.token(), Duration.ofSeconds(seconds));

    var calm = new Figures("request with a session, calm");
    var edgeCalm = new Figures("edge check at half load, calm");
    var stormy = new Figures("request with a session, in the storm");
    var edgeStormy = new Figures("edge check at half load, in the storm");
    var signedIn = new Figures("sign-in that went through");
    var refused = new Figures("sign-in that was refused");
    int capacity = capacity(person);
    int checks = edge.capacity();
    paced(request, calm);
    edge.paced(checks / 2, new Figures("not counted: the driver is cold"));
    edge.paced(checks / 2, edgeCalm);
    Runnable arrival = () -> arrivals.add(arrive(person, signedIn, refused));
    beside(capacity * times, arrival, () -> paced(request, stormy));
    int came = arrivals.size() / seconds;
    beside(capacity * times, arrival, () -> edge.paced(checks / 2, edgeStormy));

    int wrong = failed.get() + edge.failed();
    System.out.printf(
        "%d sign-ins/s are this machine's capacity, %d/s came for %d s, twice; %d edge checks/s are;"
            + " %d processors%n%n%s%n%s%n%s%n%s%n%s%n%s%n%s%n%n%s%n",
        capacity,
        came,
        seconds,
        checks,
        Runtime.getRuntime().availableProcessors(),
        Figures.head(),
        calm,
        stormy,
        edgeCalm,
        edgeStormy,
        signedIn,
        refused,
        wrong == 0
            ? "Every other answer was what it should be."
            : wrong + " ANSWERS WERE NEITHER.");
    return wrong == 0 ? 0 : 1;
  }

  /** What is measured while the storm lasts. */
  private interface Measured {
    void go() throws InterruptedException;
  }

  /** Returns when whoever came in the storm has an answer. */
  private void beside(int perSecond, Runnable arrival, Measured measured)
      throws InterruptedException {
    try (var storm = Executors.newSingleThreadExecutor()) {
      var unused = storm.submit(() -> storm(perSecond, arrival));
      measured.go();
    }
    arrivals.forEach(CompletableFuture::join);
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
  private void paced(Supplier<Call> call, Figures figures) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      note(call.get().send(), OK, figures);
      TimeUnit.MILLISECONDS.sleep(BETWEEN_REQUESTS_MILLIS);
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
