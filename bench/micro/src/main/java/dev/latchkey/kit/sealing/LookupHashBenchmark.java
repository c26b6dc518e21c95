package dev.latchkey.kit.sealing;

import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done with an opaque token before it is looked up. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookupHashBenchmark {

  private final LookupHash lookup = BenchKeys.lookupHash();
  private final String token = OpaqueToken.mint(TokenKind.AUTHORIZATION, new SecureRandom()).text();

  @Benchmark
  public Optional<OpaqueToken> parse() {
    return OpaqueToken.parse(token);
  }

  @Benchmark
  public byte[] hash() {
    return lookup.of("authorization", token);
  }
}
