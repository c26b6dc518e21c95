package dev.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RandomIdsTest {

  @Test
  void ids_are_random_uuids_of_version_4() {
    var ids = new RandomIds(new SecureRandom());
    var seen = new HashSet<java.util.UUID>();
    for (int i = 0; i < 10_000; i++) {
      var id = ids.next();
      assertThat(id.version()).isEqualTo(4);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(seen.add(id)).isTrue();
    }
  }
}
