package dev.latchkey.bench.storm;

import dev.latchkey.bench.Figures;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.People;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Session checks at a steady pace, first alone, then while sign-ins storm. */
@Command(name = "storm", description = "Sign-ins beyond capacity, beside session checks.")
public final class StormBench implements Callable<Integer> {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long BETWEEN_CHECKS_MILLIS = 20;
  private static final long PAUSE_MILLIS = 10;

  @Option(names = "--url", required = true, description = "The gateway.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--mail", required = true, description = "The local mailbox.")
  private Path mail = Path.of("mail");

  @Option(names = "--seconds", description = "Of each phase. Default: ${DEFAULT-VALUE}.")
  private int seconds = 10;

  @Option(names = "--stormers", description = "Sign-ins at once. Default: ${DEFAULT-VALUE}.")
  private int stormers = 40;

  private final AtomicInteger failed = new AtomicInteger();

  @Override
  public Integer call() throws InterruptedException {
    var api = new Api(url);
    var person = new People(api, mail).signedUp("storm");
    var session = person.signIn();
    Supplier<Call> check = () -> api.get("/account").bearer(session.token());

    var before = new Figures("session check, quiet");
    var during = new Figures("session check, in the storm");
    var signedIn = new Figures("sign-in that went through");
    var refused = new Figures("sign-in that was refused");
    paced(check, answer -> note(answer, OK, before));

    try (var storm = Executors.newVirtualThreadPerTaskExecutor()) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      for (int i = 0; i < stormers; i++) {
        storm.execute(() -> {
          while (System.nanoTime() < end) {
            sort(person.signingIn().send(), signedIn, refused);
          }
        });
      }
      paced(check, answer -> note(answer, OK, during));
    }

    System.out.printf(
        "%d sign-ins at once for %d s, %d processors%n%n%s%n%s%n%s%n%s%n%s%n%n%s%n",
        stormers,
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
    if (turnedAway) {
      pause();
    }
  }

  private void note(Answer answer, int expected, Figures figures) {
    if (answer.status() == expected) {
      figures.add(answer.took());
    } else {
      failed.incrementAndGet();
    }
  }

  /** Ruder than Retry-After asks, but the driver must not eat all processors. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
