package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashingTest {

  private static final Password HORSE = Password.of("correct horse battery staple");

  private PasswordHashing hashing = HashingOf.defaults().build();

  @AfterEach
  void stop() {
    hashing.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "12288, 2, memory",
    "19455, 2, memory",
    "2000000000, 2, memory",
    "19456, 1, iterations",
    "19456, 2000000000, iterations"
  })
  void a_service_whose_hashes_are_too_cheap_or_too_dear_does_not_start(
      int memory, int passes, String which) {
    var wrong = new HashingOf(memory, passes, "p1", new SimpleMeterRegistry());

    assertThatThrownBy(wrong::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latchkey.password." + which);
  }

  /** 768 MiB and 60 % of them are the heap, as in deploy; and what {@code ./dev up} gives. */
  @ParameterizedTest
  @CsvSource({
    "1, 460, 19456, 1",
    "2, 460, 19456, 1",
    "4, 460, 19456, 3",
    "32, 460, 19456, 6",
    "32, 320, 19456, 4",
    "32, 460, 1048576, 1",
    "64, 16000, 19456, 63",
  })
  void threads_are_as_many_as_cores_but_one_and_as_memory_allows(
      int processors, long heapInMib, int memory, int threads) {
    var cost = new Argon2.Cost(memory, 2, 1);

    assertThat(PasswordHashing.threads(processors, heapInMib << 20, cost)).isEqualTo(threads);
  }

  @Test
  void a_hash_matches_its_password_and_no_other() {
    var hash = hash(HORSE);

    assertThat(matches(Password.of("correct horse battery staple"), hash)).isTrue();
    assertThat(matches(Password.of("correct horse battery stapl"), hash)).isFalse();
    assertThat(matches(Password.of(""), hash)).isFalse();
  }

  @Test
  void a_stored_hash_still_matches() {
    var stored = hash(HORSE).text();

    assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=p1$");
    assertThat(matches(HORSE, PasswordHash.parse(stored))).isTrue();
  }

  @Test
  void the_same_password_never_has_the_same_hash() {
    assertThat(hash(HORSE).text()).isNotEqualTo(hash(HORSE).text());
  }

  @Test
  void nobodys_hash_is_never_matched_but_costs_the_same() {
    var meters = new SimpleMeterRegistry();
    restart(HashingOf.defaults().meters(meters));

    assertThat(hashing.matchesNobody(HORSE).await().indefinitely()).isFalse();
    assertThat(meters.get("latchkey.password.hash").timer().count()).isEqualTo(1);
  }

  @Test
  void a_hash_of_yesterdays_cost_matches_and_is_outdated() {
    var old = hash(HORSE);
    assertThat(hashing.outdated(old)).isFalse();

    restart(HashingOf.defaults().iterations(3));

    assertThat(matches(HORSE, old)).isTrue();
    assertThat(hashing.outdated(old)).isTrue();
    assertThat(hashing.outdated(hash(HORSE))).isFalse();
  }

  @Test
  void a_hash_under_the_old_pepper_matches_and_is_outdated() {
    var old = hash(HORSE);

    restart(HashingOf.defaults().pepper("p2"));

    assertThat(matches(HORSE, old)).isTrue();
    assertThat(hashing.outdated(old)).isTrue();
  }

  @Test
  void without_its_pepper_a_hash_is_of_no_use() {
    var stored = hash(HORSE).text();

    var underAnotherKey = PasswordHash.parse(stored.replace("keyid=p1", "keyid=p2"));
    var underNoKey = PasswordHash.parse(stored.replace("keyid=p1", "keyid=p3"));

    assertThat(matches(HORSE, underAnotherKey)).isFalse();
    assertThatThrownBy(() -> matches(HORSE, underNoKey)).hasMessageContaining("p3");
  }

  @Test
  void a_wrong_pepper_key_is_named_and_not_quoted() {
    assertThatThrownBy(() -> Peppers.of("a", Map.of("a", "c2hvcnQ=")))
        .hasMessage("pepper a is not 32 bytes");
    assertThatThrownBy(() -> Peppers.of("a", Map.of("a", "not base64!")))
        .hasMessage("pepper a is not base64")
        .hasNoCause();
    assertThatThrownBy(() -> Peppers.of("a", Map.of())).hasMessageContaining("current id a");
    assertThatThrownBy(() -> Peppers.of("a_b", Map.of("a_b", ""))).hasMessageContaining("a_b");
  }

  private void restart(HashingOf with) {
    hashing.stop();
    hashing = with.build();
  }

  private PasswordHash hash(Password password) {
    return hashing.hash(password).await().indefinitely();
  }

  private boolean matches(Password password, PasswordHash hash) {
    return hashing.matches(password, hash).await().indefinitely();
  }
}
