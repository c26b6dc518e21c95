package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One hash of a password by each candidate, at the same cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Argon2Benchmark {

  private static final byte[] PASSWORD = "plenty of words".getBytes(US_ASCII);
  private static final byte[] SALT = new byte[16];

  /** KiB and passes: ours, and what Keycloak takes by default. */
  @Param({"19456,2", "7168,5"})
  private String cost = "";

  /** The system's libsodium, the one of the package, libargon2, Bouncy Castle. */
  @Param({"system", "package", "reference", "java"})
  private String library = "";

  private Argon2 argon2 = new JavaArgon2();
  private Argon2.Cost parsed = new Argon2.Cost(8, 1, 1);

  @Setup
  public void prepare() {
    var parts = Arrays.stream(cost.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    parsed = new Argon2.Cost(parts[0], parts[1], 1);
    argon2 =
        switch (library) {
          case "system" -> SodiumArgon2.ofSystem(System.err::println).orElseThrow();
          case "package" -> SodiumArgon2.ofPackage(System.err::println).orElseThrow();
          case "reference" -> new ReferenceArgon2();
          default -> new JavaArgon2();
        };
  }

  @Benchmark
  public byte[] hash() {
    return argon2.hash(parsed, PASSWORD, SALT);
  }
}
