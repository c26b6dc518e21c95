package dev.latchkey.mfa.totp;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One code against the three steps that it may be for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TotpBenchmark {

  private final TotpSecret secret = TotpSecret.of(new byte[20]);
  private final TimeStep now = TimeStep.at(Instant.parse("2026-11-29T12:00:00Z"));
  private final TimeStep spent = now.plus(-2);
  private final TotpCode right = Totp.STANDARD.codeAt(secret, now);

  @Benchmark
  public @Nullable TimeStep match() {
    return Totp.STANDARD.match(secret, right, now, spent);
  }
}
