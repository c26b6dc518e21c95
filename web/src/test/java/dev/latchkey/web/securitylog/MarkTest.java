package dev.latchkey.web.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.web.securitylog.SecurityLogApi.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkTest {

  @Test
  void a_refused_second_factor_is_worth_a_look() {
    assertThat(Mark.of(line("sign_in_refused", Map.of("reason", "wrong_second_factor"))))
        .isEqualTo(Mark.CHECK);
  }

  @Test
  void a_password_that_was_reset_is_worth_a_look_and_one_that_was_changed_is_not() {
    assertThat(Mark.of(line("password_changed", Map.of("reset", true)))).isEqualTo(Mark.CHECK);
    assertThat(Mark.of(line("password_changed", Map.of("reset", false)))).isEqualTo(Mark.NONE);
  }

  @Test
  void a_sign_in_with_a_code_from_a_new_device_says_so() {
    var line = line("signed_in", Map.of("new_device", true, "proofs", List.of("pwd", "otp")));

    assertThat(Mark.of(line)).isEqualTo(Mark.NEW_DEVICE);
  }

  @Test
  void a_sign_in_with_the_password_alone_never_looks_new() {
    var line = line("signed_in", Map.of("new_device", true, "proofs", List.of("pwd")));

    assertThat(Mark.of(line)).isEqualTo(Mark.NONE);
  }

  @Test
  void a_type_that_is_not_known_has_no_mark() {
    assertThat(Mark.of(line("passkey_added", Map.of("reset", true)))).isEqualTo(Mark.NONE);
  }

  private static Line line(String type, Map<String, Object> data) {
    return new Line("id", type, Instant.EPOCH, "192.0.2.7", "curl/8", data);
  }
}
