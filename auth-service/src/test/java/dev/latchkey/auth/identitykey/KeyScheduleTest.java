package dev.latchkey.auth.identitykey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LEAD = Duration.ofMinutes(2);
  private static final Duration LIFE = IdentitySigning.LIFE;
  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Duration VERIFIERS_REFRESH = Duration.ofSeconds(60);

  /** Rotated at {@link #START}; the old key is a month old by then. */
  private final KeySchedule rotating =
      new KeySchedule(
          List.of(
              term("new", START, START.plus(LEAD), null),
              term(
                  "old",
                  START.minus(Duration.ofDays(30)),
                  START.minus(Duration.ofDays(30)),
                  START.plus(LEAD).plus(LIFE).plus(OVERLAP))));

  @Test
  void the_first_key_signs_from_the_start() {
    var schedule = new KeySchedule(List.of(term("first", START, START, null)));

    assertThat(signer(schedule, START)).isEqualTo("first");
    assertThat(published(schedule, START)).containsExactly("first");
  }

  @Test
  void without_keys_nobody_signs() {
    assertThat(new KeySchedule(List.of()).signer(START)).isEmpty();
    assertThat(new KeySchedule(List.of()).published(START)).isEmpty();
  }

  @Test
  void the_next_key_is_published_first_and_signs_after_the_lead() {
    assertThat(published(rotating, START)).containsExactly("old", "new");
    assertThat(signer(rotating, START)).isEqualTo("old");
    assertThat(signer(rotating, START.plus(LEAD).minusNanos(1))).isEqualTo("old");
    assertThat(signer(rotating, START.plus(LEAD))).isEqualTo("new");
  }

  @Test
  void the_old_key_is_withdrawn_after_the_overlap() {
    var end = START.plus(LEAD).plus(LIFE).plus(OVERLAP);

    assertThat(published(rotating, end.minusNanos(1))).containsExactly("old", "new");
    assertThat(published(rotating, end)).containsExactly("new");
  }

  @Test
  void no_verifier_ever_meets_an_identity_that_it_can_not_check() {
    // Second by second through a rotation: an identity signed at any of them is shown, at the last
    // moment of its life and at the first, to verifiers that fetched the keys up to a minute ago.
    var end = START.plus(Duration.ofMinutes(10));
    for (var signed = START.minusSeconds(120);
        signed.isBefore(end);
        signed = signed.plusSeconds(1)) {
      var kid = signer(rotating, signed);

      assertThat(published(rotating, signed.minus(VERIFIERS_REFRESH))).contains(kid);
      assertThat(published(rotating, signed.plus(LIFE))).contains(kid);
    }
  }

  @Test
  void replicas_whose_clocks_differ_by_half_a_minute_agree_well_enough() {
    var skew = Duration.ofSeconds(30);
    var end = START.plus(Duration.ofMinutes(10));
    for (var time = START; time.isBefore(end); time = time.plusSeconds(1)) {
      var early = signer(rotating, time.plus(skew));
      var late = signer(rotating, time.minus(skew));

      assertThat(published(rotating, time.minus(VERIFIERS_REFRESH))).contains(early);
      assertThat(published(rotating, time.plus(LIFE))).contains(late);
    }
  }

  @Test
  void a_key_is_due_for_rotation_when_it_signed_long_enough() {
    var month = Duration.ofDays(30);
    var schedule = new KeySchedule(List.of(term("first", START, START, null)));

    assertThat(schedule.isDue(START.plus(month).minusNanos(1), month)).isFalse();
    assertThat(schedule.isDue(START.plus(month), month)).isTrue();
    assertThat(rotating.isDue(START.plus(month), month)).isFalse();
    assertThat(rotating.isDue(START.plus(LEAD).plus(month), month)).isTrue();
  }

  private static KeyTerm term(
      String kid, Instant publishedAt, Instant signsFrom, @Nullable Instant retiresAt) {
    return new KeyTerm(kid, publishedAt, signsFrom, retiresAt);
  }

  private static String signer(KeySchedule schedule, Instant at) {
    return schedule.signer(at).orElseThrow().kid();
  }

  private static List<String> published(KeySchedule schedule, Instant at) {
    return schedule.published(at).stream().map(KeyTerm::kid).toList();
  }
}
