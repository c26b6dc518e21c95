package dev.latchkey.bench.latch;

import dev.latchkey.bench.Figures;
import dev.latchkey.bench.Ratio;
import dev.latchkey.bench.Running;
import dev.latchkey.e2e.person.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code latch whoami} and {@code heroku whoami} in turn, of the same person on the same platform,
 * from start to exit. Each has a home of its own, warmed up by runs that are not counted.
 */
@Command(name = "latch", description = "How long latch takes, from start to exit.")
public final class LatchBench implements Callable<Integer> {

  /** The aim: a fifth of Heroku's. */
  private static final double AIM = 0.2;

  @Mixin private Running platform = new Running();

  @Option(names = "--latch", required = true, description = "Our program.")
  private Path latch = Path.of("latch");

  @Option(names = "--heroku", required = true, description = "Theirs, version 11.")
  private Path heroku = Path.of("heroku");

  @Option(names = "--runs", description = "Of each. Default: ${DEFAULT-VALUE}.")
  private int runs = 20;

  @Option(names = "--warm-up", description = "Runs before that. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 3;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isExecutable(heroku)) {
      System.err.println("no heroku CLI in " + heroku + ": e2e's tests install it");
      return 1;
    }
    var person = platform.people().signedUp("bench");
    var token = person.signIn("bench").token();
    var home = Files.createTempDirectory("latchkey-bench");
    try {
      return compare(person, token, home);
    } finally {
      delete(home);
    }
  }

  private int compare(Person person, String token, Path home)
      throws IOException, InterruptedException {
    var ours = new Figures("latch whoami");
    var theirs = new Figures("heroku whoami");
    var pairs = new ArrayList<double[]>();
    for (int run = -warmUp; run < runs; run++) {
      var their = time(heroku, environment(home, "heroku", heroku(token)), person);
      var our = time(latch, environment(home, "latch", latch(token)), person);
      if (run >= 0) {
        theirs.add(their);
        ours.add(our);
        pairs.add(new double[] {their.toNanos(), our.toNanos()});
      }
      System.err.printf("\r%d of %d runs ", Math.max(0, run + 1), runs);
    }
    System.err.println();
    var ratio = Ratio.of(pairs);
    System.out.printf(
        "from start to exit, %d processors%n%n%s%n%s%n%s%n%nratio %s%n",
        Runtime.getRuntime().availableProcessors(), Figures.head(), ours, theirs, ratio);
    return ratio.high() <= AIM ? 0 : 1;
  }

  private static Duration time(Path program, Map<String, String> environment, Person person)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(program.toString(), "whoami")
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    long begun = System.nanoTime();
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    var took = Duration.ofNanos(System.nanoTime() - begun);
    if (code != 0 || !said.strip().equals(person.email())) {
      throw new IllegalStateException(program + " ended with " + code + ": " + said);
    }
    return took;
  }

  private static Map<String, String> environment(Path home, String name, Map<String, String> own)
      throws IOException {
    var folder = Files.createDirectories(home.resolve(name));
    var environment = new HashMap<>(own);
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", folder.toString());
    environment.put("LANG", "C.UTF-8");
    return environment;
  }

  private Map<String, String> latch(String token) {
    return Map.of("LATCHKEY_URL", platform.url().toString(), "LATCHKEY_TOKEN", token);
  }

  /** As docs/how-to/use-the-heroku-cli.md has it: it calls the gateway and nobody else. */
  private Map<String, String> heroku(String token) {
    return Map.of(
        "HEROKU_API_KEY", token,
        "HEROKU_HOST", platform.url().toString(),
        "HEROKU_LOGIN_HOST", platform.url().toString(),
        "HEROKU_PARTICLEBOARD_URL", platform.url().toString(),
        "DISABLE_TELEMETRY", "true",
        "HEROKU_SKIP_ANALYTICS", "1",
        "HEROKU_SKIP_NEW_VERSION_CHECK", "true",
        "HEROKU_DISABLE_AUTOUPDATE", "1",
        "HEROKU_NETRC_WRITE", "true");
  }

  private static void delete(Path home) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(home)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : all) {
      Files.delete(path);
    }
  }
}
