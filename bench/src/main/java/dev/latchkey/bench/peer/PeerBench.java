package dev.latchkey.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.kit.identity.ServiceCredential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** This platform and Keycloak, by turns; what each costs, and how many times the other it is. */
@Command(name = "peer", description = "The same deeds by this platform and by Keycloak, by turns.")
public final class PeerBench implements Callable<Integer> {

  private static final Keycloak.Hash THEIRS = new Keycloak.Hash(7168, 5);
  private static final Keycloak.Hash OURS = new Keycloak.Hash(19_456, 2);
  private static final String GATEWAY = "gateway";
  private static final int SECRET_BYTES = 16;

  /** It signs in faster, and a code is good once: so more people with one. */
  private static final int THEIR_CROWD = 4;

  @Option(names = "--url", required = true, description = "The gateway.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--mail", required = true, description = "The local mailbox.")
  private Path mail = Path.of("mail");

  @Option(
      names = "--state",
      defaultValue = "${sys:latchkey.state}",
      description = "What runs where, as ./dev up says it.")
  private Path state = Path.of("up.json");

  @Option(names = "--keycloak", required = true, description = "Where Keycloak is unpacked.")
  private Path keycloak = Path.of("keycloak");

  @Option(
      names = "--people",
      description = "With a password, and as many with two-factor. Default: ${DEFAULT-VALUE}.")
  private int people = 150;

  @Option(names = "--pairs", description = "Of turns, a scenario. Default: ${DEFAULT-VALUE}.")
  private int pairs = 10;

  @Option(names = "--seconds", description = "Of a turn. Default: ${DEFAULT-VALUE}.")
  private int seconds = 4;

  @Option(names = "--warm-up", description = "Seconds, each. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 20;

  @Option(
      names = "--sign-outs",
      split = ",",
      description = "Sessions that one call ends. Default: ${DEFAULT-VALUE}.")
  private List<Integer> signOuts = List.of(1, 100, 1000);

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException, ExecutionException {
    var up = Json.read(Files.readString(state));
    var superuser = Files.readString(state.resolveSibling("postgres.superuser")).strip();
    var secret = HexFormat.of().formatHex(SecureRandom.getSeed(SECRET_BYTES));
    var floors = List.of(new BareHash("ours", OURS), new BareHash("theirs", THEIRS));
    try (var database = Database.open(up.at("/ports/postgres").asInt(), superuser)) {
      var theirs = database.make(secret);
      var servers = new Servers(up, database);
      System.out.printf("ours, idle: %d MiB%n", Memory.of(servers.ours()));
      var latchkey = latchkey(up);
      // It makes its tables, and that is not the start that counts.
      start(theirs, secret, THEIRS).close();
      int failed;
      try (var usual = start(theirs, secret, THEIRS)) {
        System.out.printf(
            "Keycloak: ready after %d ms, idle %d MiB%n",
            usual.untilReady().toMillis(), Memory.of(servers.theirs(usual)));
        var match = match(usual, database, "usual", secret, latchkey, servers, floors);
        failed = atItsOwn(match);
        System.out.printf(
            "%nafter that: ours %d MiB, Keycloak %d MiB%n",
            Memory.of(servers.ours()), Memory.of(servers.theirs(usual)));
      }
      try (var strong = start(theirs, secret, OURS)) {
        System.out.printf("%nBoth hash as we do:%n%s%n", Contest.HEAD);
        var match = match(strong, database, "strong", secret, latchkey, servers, floors);
        match.signIns();
        failed += match.failed();
      }
      floors.forEach(System.out::println);
      return failed == 0 ? 0 : 1;
    }
  }

  private int atItsOwn(Match match) throws InterruptedException, ExecutionException {
    System.out.printf(
        "%d processors, %d pairs of turns of %d s%n%nEach hashes as it does:%n%s%n",
        Runtime.getRuntime().availableProcessors(), pairs, seconds, Contest.HEAD);
    match.signIns();
    match.credentials();
    match.enrolments();
    // Last: it uses up attempts that the others need.
    match.wrongPasswords();
    System.out.printf("%n%s%n", Endings.HEAD);
    for (int sessions : signOuts) {
      match.signOut(sessions);
    }
    return match.failed();
  }

  private Match match(
      Keycloak peer,
      Database database,
      String realm,
      String secret,
      Latchkey latchkey,
      Servers servers,
      List<BareHash> floors)
      throws SQLException {
    return new Match(
        latchkey,
        KeycloakRealm.seed(new Api(peer.url()), database, realm, secret, people * THEIR_CROWD),
        floors,
        new Match.Pace(Duration.ofSeconds(warmUp), pairs, Duration.ofSeconds(seconds)),
        servers::ours,
        () -> servers.theirs(peer));
  }

  private Latchkey latchkey(JsonNode up)
      throws IOException, InterruptedException, ExecutionException {
    var keys = Json.read(Files.readString(state.resolveSibling("secrets.json")));
    var edge = URI.create("http://127.0.0.1:" + up.at("/ports/auth-service.internal").asInt());
    var credential =
        new ServiceCredential(GATEWAY, Optional.of(keys.at("/" + GATEWAY + ".key").asText()));
    return Latchkey.seed(new Api(url), new Api(edge), credential, mail, people);
  }

  private Keycloak start(String database, String secret, Keycloak.Hash hash)
      throws IOException, InterruptedException {
    System.err.println("starting Keycloak");
    return Keycloak.start(keycloak, database, secret, hash, keycloak.resolve("bench.log"));
  }
}
