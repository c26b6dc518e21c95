package dev.latchkey.auth.session;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.sealing.BenchKeys;
import dev.latchkey.kit.sealing.SealedJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A session as JSON under its seal: opened at each check of the edge, sealed once a minute. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionRecordBenchmark {

  private static final String PLACE = "lk:session:g7rLlWkyqTjv4qIrVZtkqIpzJHqVFbJYgaXRDm3eXjM";
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private final Session session =
      new Session(
          new SessionId(new UUID(1, 2)),
          new AccountId(new UUID(3, 4)),
          7,
          "Firefox on Linux",
          new Origin(
              "203.0.113.7",
              "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
          List.of(Proof.PASSWORD, Proof.TOTP),
          NOW,
          NOW,
          NOW,
          NOW);
  private final SealedJson json = new SealedJson(BenchKeys.sealing());
  private final String sealed = seal();

  @Benchmark
  public final String seal() {
    return json.seal(PLACE, PLACE, session);
  }

  @Benchmark
  public Session open() {
    return json.open(PLACE, PLACE, sealed, Session.class);
  }
}
