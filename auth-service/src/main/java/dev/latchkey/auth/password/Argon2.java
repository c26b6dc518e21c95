package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Argon2id, version 1.3 (RFC 9106). libsodium takes a third of the time of Bouncy Castle, and keeps
 * its memory off the Java heap; both give the same bytes.
 */
interface Argon2 {

  /** Bytes of every hash made here. */
  int HASH_BYTES = 32;

  /** Bytes of every salt. */
  int SALT_BYTES = 16;

  /**
   * What a hash costs. The most of each holds for stored hashes too: a bad row in the database must
   * not take more memory or time than an operator could have set. The least is Argon2's own, for
   * stored hashes may be older than what is asked of new ones.
   *
   * @param memory in KiB
   * @param iterations passes over the memory
   * @param parallelism lanes
   */
  record Cost(int memory, int iterations, int parallelism) {
    public Cost {
      within("parallelism", 1, parallelism, 16);
      within("iterations", 1, iterations, 100);
      within("memory", 8 * parallelism, memory, 1_048_576);
    }

    private static void within(String name, int least, int value, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            "latchkey.password.%s, or that of a stored hash, is %d, and not from %d to %d"
                .formatted(name, value, least, most));
      }
    }
  }

  /**
   * The hash, {@link #HASH_BYTES} long.
   *
   * @param salt {@link #SALT_BYTES} long
   */
  byte[] hash(Cost cost, byte[] password, byte[] salt);

  /** Which implementation this is, for the log. */
  String name();

  /** Where an implementation may be; it says why when there is none. */
  interface Source {
    Optional<? extends Argon2> find(Consumer<String> why);
  }

  /** The fastest implementation that works here. */
  static Argon2 fastest() {
    return first(SodiumArgon2::ofSystem, SodiumArgon2::ofPackage);
  }

  /** The first that works, else Java's: then whoever pays for the processors has to hear of it. */
  static Argon2 first(Source... sources) {
    var reasons = new ArrayList<String>();
    for (var source : sources) {
      var found = source.find(reasons::add);
      if (found.filter(Argon2::proven).isPresent()) {
        return found.orElseThrow();
      }
      found.ifPresent(wrong -> reasons.add(wrong.name() + " fails the known answer"));
    }
    Log.warnf("without libsodium a hash takes three times as long argon2=java reasons=%s", reasons);
    return new JavaArgon2();
  }

  /** A hash that the reference implementation made: what fails here must not make one. */
  static boolean proven(Argon2 candidate) {
    var password = "password".getBytes(US_ASCII);
    var salt = "somesaltsomesalt".getBytes(US_ASCII);
    var known =
        HexFormat.of().parseHex("cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec");
    try {
      if (Arrays.equals(candidate.hash(new Cost(256, 2, 1), password, salt), known)) {
        return true;
      }
      Log.warnf("not taken argon2=%s reason=another hash than the reference", candidate.name());
    } catch (RuntimeException | OutOfMemoryError broken) {
      Log.warnf("not taken argon2=%s reason=%s", candidate.name(), broken);
    }
    return false;
  }
}
