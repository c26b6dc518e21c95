package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2Test {

  /** The reference implementation's own vectors (phc-winner-argon2, src/test.c, version 0x13). */
  @ParameterizedTest
  @CsvSource({
    "2, 65536, 1, password, somesalt,"
        + " 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "2, 256, 1, password, somesalt,"
        + " 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    "2, 256, 2, password, somesalt,"
        + " 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    "2, 65536, 1, differentpassword, somesalt,"
        + " 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    "2, 65536, 1, password, diffsalt,"
        + " bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
  })
  void every_implementation_gives_the_hashes_of_the_reference(
      int iterations, int memory, int parallelism, String password, String salt, String hash) {
    var cost = new Argon2.Cost(memory, iterations, parallelism);

    for (var argon2 : all()) {
      assertThat(argon2.hash(cost, password.getBytes(US_ASCII), salt.getBytes(US_ASCII)))
          .as(argon2.name())
          .isEqualTo(HexFormat.of().parseHex(hash));
    }
  }

  @Test
  void every_implementation_gives_the_same_hash_for_random_passwords() {
    var cost = new Argon2.Cost(19456, 2, 1);
    var random = new Random(7);
    for (int round = 0; round < 2; round++) {
      var secret = new byte[32];
      var salt = new byte[16];
      random.nextBytes(secret);
      random.nextBytes(salt);

      var hashes = all().stream().map(argon2 -> argon2.hash(cost, secret, salt)).toList();

      assertThat(hashes).allSatisfy(hash -> assertThat(hash).isEqualTo(hashes.getFirst()));
    }
  }

  @Test
  void the_libraries_in_the_package_work_on_this_platform() {
    assumeThat(System.getProperty("os.name")).isIn("Linux", "Mac OS X");

    assertThat(NativeArgon2.ofPackage()).isPresent().get().matches(Argon2::proven);
  }

  @Test
  void a_native_implementation_is_preferred() {
    assumeThat(System.getProperty("os.name")).isIn("Linux", "Mac OS X");

    assertThat(Argon2.fastest()).isInstanceOf(NativeArgon2.class);
  }

  private static List<Argon2> all() {
    return Stream.<Optional<? extends Argon2>>of(
            NativeArgon2.ofSystem(), NativeArgon2.ofPackage(), Optional.of(new JavaArgon2()))
        .<Argon2>flatMap(Optional::stream)
        .toList();
  }
}
