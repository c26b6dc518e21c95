package dev.latchkey.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingEnrolmentTest {

  private static final Instant START = Instant.parse("2026-11-28T09:00:00Z");
  private static final PendingEnrolment PENDING =
      PendingEnrolment.of(
          new EnrolmentApi.Begun("JBSWY3DPEHPK3PXP", "otpauth://totp/Latchkey:a@b?secret=x", 600),
          START);

  @Test
  void it_is_the_same_after_its_way_through_a_text() {
    assertThat(PendingEnrolment.parse(PENDING.text())).contains(PENDING);
    assertThat(PendingEnrolment.parse("something else")).isEmpty();
  }

  @Test
  void it_lasts_as_long_as_the_platform_says() {
    assertThat(PENDING.isOver(START.plusSeconds(599))).isFalse();
    assertThat(PENDING.isOver(START.plusSeconds(600))).isTrue();
  }

  @Test
  void minutes_that_are_left_are_rounded_up() {
    assertThat(PENDING.minutesLeft(START.plusSeconds(1))).isEqualTo(10);
    assertThat(PENDING.minutesLeft(START.plusSeconds(60))).isEqualTo(9);
    assertThat(PENDING.minutesLeft(START.plusSeconds(599))).isEqualTo(1);
  }

  @Test
  void the_key_is_typed_in_groups_of_four() {
    assertThat(PENDING.groups()).containsExactly("JBSW", "Y3DP", "EHPK", "3PXP");
  }

  @Test
  void it_does_not_show_its_secret() {
    assertThat(PENDING.toString()).doesNotContain("JBSW");
  }
}
