package dev.latchkey.kit.sealing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.LaunchMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabasePasswordTest {

  @Test
  void in_production_the_default_of_tests_keeps_a_service_from_starting() {
    assertThatIllegalStateException()
        .isThrownBy(() -> password("auth", "auth").check(LaunchMode.NORMAL))
        .withMessageContaining("set LATCHKEY_PG_PASSWORD");
  }

  @Test
  void tests_keep_theirs_and_a_real_one_starts() {
    assertThatCode(
            () -> {
              password("auth", "auth").check(LaunchMode.TEST);
              password("auth", "Zk3v…").check(LaunchMode.NORMAL);
              password(null, null).check(LaunchMode.NORMAL);
            })
        .doesNotThrowAnyException();
  }

  private static DatabasePassword password(@Nullable String user, @Nullable String password) {
    return new DatabasePassword(Optional.ofNullable(user), Optional.ofNullable(password));
  }
}
