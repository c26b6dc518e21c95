package dev.latchkey.auth.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2Test {

  /**
   * Made by the reference implementation (phc-winner-argon2, version 0x13): {@code argon2
   * somesaltsomesalt -id -t 2 -k 256 -p 1 -l 32}.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 65536, 1, password, somesaltsomesalt,"
        + " fc33b78139231d34b71626bd6245c1d72efa190ad605c3d8166a72adcedfa2c2",
    "2, 256, 1, password, somesaltsomesalt,"
        + " cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec",
    "2, 256, 2, password, somesaltsomesalt,"
        + " c112d2ee6b9d514413f806243187952186e8f19cacab80f20a823d549f111d2c",
    "3, 19456, 1, differentpassword, diffsaltdiffsalt,"
        + " d082de1dc1135ebf82c5d1c68860d882a1e057d95aa988402929fb74d0de1d31",
    "2, 19456, 1, '', somesaltsomesalt,"
        + " b19e3cdd56c82283b09de3bc66c2245e1d9b5c33c356765d57872ed2929b33c2",
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

  /** As costs of a stored hash may be, whatever a library thinks of its own least ones. */
  @ParameterizedTest
  @CsvSource({"19456, 2", "8, 1", "20000, 3", "65537, 2"})
  void all_agree_at_other_costs_too(int memory, int iterations) {
    var cost = new Argon2.Cost(memory, iterations, 1);

    var hashes =
        all().stream().map(argon2 -> argon2.hash(cost, new byte[32], new byte[16])).toList();

    assertThat(hashes).allSatisfy(hash -> assertThat(hash).isEqualTo(hashes.getFirst()));
  }

  @Test
  void a_salt_that_is_too_short_is_not_read_beyond_its_end() {
    var sodium = SodiumArgon2.ofSystem(unsaid()).or(() -> SodiumArgon2.ofPackage(unsaid()));
    assumeThat(sodium).isPresent();

    assertThatThrownBy(
            () -> sodium.orElseThrow().hash(new Argon2.Cost(256, 2, 1), new byte[32], new byte[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a salt of 8 bytes");
  }

  @Test
  void the_libraries_in_the_package_work_on_this_platform() {
    assumeThat(System.getProperty("os.name")).isIn("Linux", "Mac OS X");

    assertThat(SodiumArgon2.ofPackage(unsaid())).isPresent().get().matches(Argon2::proven);
  }

  @Test
  void a_native_implementation_is_preferred() {
    assumeThat(System.getProperty("os.name")).isIn("Linux", "Mac OS X");

    assertThat(Argon2.fastest()).isInstanceOf(SodiumArgon2.class);
  }

  @Test
  void a_library_that_throws_or_hashes_wrongly_is_passed_over() {
    var good = new JavaArgon2();

    assertThat(
            Argon2.first(
                why -> Optional.of(library(Argon2Test::fail)),
                why -> Optional.of(library(() -> new byte[Argon2.HASH_BYTES])),
                why -> Optional.of(good)))
        .isSameAs(good);
  }

  @Test
  void that_java_has_to_do_is_said_with_all_reasons() {
    try (var log = Lines.of(Argon2.class)) {
      var taken =
          Argon2.first(
              why -> {
                why.accept("it is nowhere");
                return Optional.empty();
              },
              why -> Optional.of(library(Argon2Test::fail)));

      assertThat(taken).isInstanceOf(JavaArgon2.class);
      assertThat(log.texts())
          .containsExactly(
              "not taken argon2=odd reason=java.lang.IllegalStateException: no",
              "without libsodium a hash takes three times as long argon2=java"
                  + " reasons=[it is nowhere, odd fails the known answer]");
    }
  }

  private static byte[] fail() {
    throw new IllegalStateException("no");
  }

  private static Argon2 library(Supplier<byte[]> answer) {
    return new Argon2() {
      @Override
      public byte[] hash(Cost cost, byte[] password, byte[] salt) {
        return answer.get();
      }

      @Override
      public String name() {
        return "odd";
      }
    };
  }

  private static Consumer<String> unsaid() {
    return reason -> {};
  }

  private static List<Argon2> all() {
    return Stream.<Optional<? extends Argon2>>of(
            SodiumArgon2.ofSystem(unsaid()),
            SodiumArgon2.ofPackage(unsaid()),
            Optional.of(new JavaArgon2()))
        .<Argon2>flatMap(Optional::stream)
        .toList();
  }
}
