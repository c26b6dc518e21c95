package dev.latchkey.bench.peer;

import dev.latchkey.bench.Inside;
import dev.latchkey.bench.Running;
import dev.latchkey.bench.hash.HashCost;
import dev.latchkey.bench.hash.HashLibrary;
import dev.latchkey.e2e.http.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** This platform and Keycloak, by turns; what each costs, and how many times the other it is. */
@Command(name = "peer", description = "The same deeds by this platform and by Keycloak, by turns.")
public final class PeerBench implements Callable<Integer> {

  /** Its default. */
  private static final HashCost THEIRS = new HashCost(7168, 5);

  private static final int SECRET_BYTES = 16;

  /** Of the processor time for compiling Java: then a warm-up is over. */
  private static final double LITTLE = 0.03;

  /**
   * A code is good once and comes every half minute, and forty sign in a second: so more people
   * with two-factor.
   */
  private static final int CAREFUL = 3;

  /** Theirs are brought all at once. */
  private static final int THEIR_CROWD = 4;

  @Mixin private Running platform = new Running();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--keycloak", required = true, description = "Where Keycloak is unpacked.")
  private Path keycloak = Path.of("keycloak");

  @Option(
      names = "--people",
      description =
          "With a password, and three times as many with two-factor. Of fewer, who signs in with a"
              + " code waits for the next one. Default: ${DEFAULT-VALUE}.")
  private int people = 150;

  @Option(names = "--pairs", description = "Of turns, a scenario. Default: ${DEFAULT-VALUE}.")
  private int pairs = 10;

  @Option(names = "--seconds", description = "Of a turn. Default: ${DEFAULT-VALUE}.")
  private int seconds = 4;

  @Option(names = "--warm-up", description = "Seconds, each, at least. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 10;

  @Option(
      names = "--longest-warm-up",
      description = "Seconds, each, at most: until little is compiled. Default: ${DEFAULT-VALUE}.")
  private int longestWarmUp = 180;

  @Option(
      names = "--keycloak-java-options",
      description =
          "What Keycloak's JVM is told besides. Tell ours the same: LATCHKEY_JAVA_OPTIONS of"
              + " ./dev up. Default: ${DEFAULT-VALUE}.")
  private String javaOptions = "-XX:CompileThresholdScaling=0.1";

  @Option(
      names = "--only",
      split = ",",
      description =
          "Plays only scenarios with one of these in their name: password, TOTP, edge,"
              + " introspection, authorization, two-factor, sign-out. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--sign-outs",
      split = ",",
      description = "Sessions that one call ends. Default: ${DEFAULT-VALUE}.")
  private List<Integer> signOuts = List.of(1, 100, 1000);

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException, ExecutionException {
    checkNames();
    var secret = secret();
    try (var database = Database.of(platform)) {
      var theirs = database.make(secret);
      var ours = Servers.ours(platform.up(), database);
      System.out.printf("ours, idle: %s%n", Idle.of(ours));
      var latchkey = latchkey();
      var cost = database.ourCost();
      var floors =
          List.of(
              new BareHash("ours", cost, HashLibrary.SODIUM),
              new BareHash("ours", cost, HashLibrary.REFERENCE),
              new BareHash("theirs", THEIRS, HashLibrary.REFERENCE));
      // It makes its tables, and that is not the start that counts.
      start(theirs, secret, THEIRS).close();
      int failed;
      try (var usual = start(theirs, secret, THEIRS)) {
        var servers = Servers.of(usual, database);
        System.out.printf(
            "Keycloak: ready after %d ms, idle: %s%n",
            usual.untilReady().toMillis(), Idle.of(servers));
        var realm = realm(usual, database, "usual", secret);
        var match = new Match(latchkey, realm, floors, pace(), ours, servers);
        failed = atItsOwn(match);
        System.out.printf("%nCPU ms/op by server:%n%s%n", String.join("\n", match.parts()));
        System.out.printf(
            "%nafter that: ours %d MiB, Keycloak %d MiB%n",
            Memory.of(ours.processes().keySet()), Memory.of(servers.processes().keySet()));
      }
      try (var strong = start(theirs, secret, cost)) {
        System.out.printf("%nBoth hash as we do:%n%s%n", Contest.HEAD);
        var realm = realm(strong, database, "strong", secret);
        var match = new Match(latchkey, realm, floors, pace(), ours, Servers.of(strong, database));
        match.signIns();
        failed += match.failed();
      }
      System.out.println();
      floors.forEach(System.out::println);
      return failed == 0 ? 0 : 1;
    }
  }

  private int atItsOwn(Match match) throws InterruptedException, ExecutionException, SQLException {
    System.out.printf(
        "%d processors, %d pairs of turns of %d s%n%nEach hashes as it does:%n%s%n",
        Runtime.getRuntime().availableProcessors(), pairs, seconds, Contest.HEAD);
    match.signIns();
    match.credentials();
    match.enrolments();
    match.wrongPasswords();
    System.out.printf("%n%s%n", Endings.HEAD);
    for (int sessions : signOuts) {
      match.signOut(sessions);
    }
    return match.failed();
  }

  private void checkNames() {
    for (var name : only) {
      if (Match.NAMES.stream().noneMatch(scenario -> scenario.contains(name))) {
        throw new ParameterException(
            spec.commandLine(), "--only: no scenario has \"" + name + "\" in its name");
      }
    }
  }

  private Match.Pace pace() {
    var cold = new WarmUp(Duration.ofSeconds(warmUp), Duration.ofSeconds(longestWarmUp), LITTLE);
    return new Match.Pace(only, cold, pairs, Duration.ofSeconds(seconds));
  }

  private KeycloakRealm realm(Keycloak peer, Database database, String name, String secret)
      throws SQLException {
    return KeycloakRealm.seed(new Api(peer.url()), database, name, secret, people * THEIR_CROWD);
  }

  private Latchkey latchkey() throws InterruptedException, ExecutionException {
    return Latchkey.seed(
        platform.api(), new Inside(platform), platform.people(), people, people * CAREFUL);
  }

  private Keycloak start(String database, String secret, HashCost cost)
      throws IOException, InterruptedException {
    System.err.println("starting Keycloak");
    return Keycloak.start(
        keycloak, database, secret, cost, javaOptions, keycloak.resolve("bench.log"));
  }

  /** All of Keycloak's, and of everybody there. */
  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
