package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Argon2id, version 1.3 (RFC 9106). libargon2 takes 31 ms for what Bouncy Castle does in 50, and
 * keeps its memory off the Java heap; both give the same bytes.
 */
interface Argon2 {

  /** Bytes of every hash made here. */
  int HASH_BYTES = 32;

  /**
   * What a hash costs.
   *
   * @param memory in KiB
   * @param iterations passes over the memory
   * @param parallelism lanes
   */
  record Cost(int memory, int iterations, int parallelism) {}

  /** The hash, {@link #HASH_BYTES} long. */
  byte[] hash(Cost cost, byte[] password, byte[] salt);

  /** Which implementation this is, for the log. */
  String name();

  /** The fastest implementation that works here. */
  static Argon2 fastest() {
    return Stream.<Supplier<Optional<NativeArgon2>>>of(
            NativeArgon2::ofSystem, NativeArgon2::ofPackage)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .<Argon2>map(found -> found)
        .filter(Argon2::proven)
        .findFirst()
        .orElseGet(JavaArgon2::new);
  }

  /** A test vector of the reference implementation: what fails here must not make a hash. */
  static boolean proven(Argon2 candidate) {
    var hash =
        candidate.hash(
            new Cost(256, 2, 1), "password".getBytes(US_ASCII), "somesalt".getBytes(US_ASCII));
    return Arrays.equals(
        hash,
        HexFormat.of()
            .parseHex("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"));
  }
}
