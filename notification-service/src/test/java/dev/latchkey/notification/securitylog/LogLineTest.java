package dev.latchkey.notification.securitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogLineTest {

  private static final AccountId ALICE = new AccountId(new UUID(0, 1));
  private static final SessionId SESSION = new SessionId(new UUID(0, 2));
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void says_how_somebody_signed_in() {
    var fact =
        new SignedIn(ALICE, AT, SESSION, List.of(Proof.PASSWORD, Proof.TOTP), true, "sealed");

    var line = LogLine.of(fact).orElseThrow();

    assertThat(line.type()).isEqualTo("signed_in");
    assertThat(line.origin()).isEqualTo("sealed");
    assertThat(line.data()).isEqualTo(Map.of("proofs", List.of("pwd", "otp"), "new_device", true));
  }

  @Test
  void says_how_many_sessions_ended_and_why() {
    var fact =
        new SessionsRevoked(
            ALICE, AT, Change.TWO_FACTOR_ENABLED, null, null, null, List.of(SESSION), 3, "sealed");

    assertThat(LogLine.of(fact).orElseThrow().data())
        .isEqualTo(Map.of("sessions_ended", 1, "cause", "two_factor_enabled"));
  }

  @Test
  void says_which_change_of_the_second_factor_was_refused() {
    var cause = new EventId(new UUID(0, 4));
    var fact = new MfaChangeRefused(ALICE, AT, Change.TWO_FACTOR_REPLACED, cause, "sealed");

    var line = LogLine.of(fact).orElseThrow();

    assertThat(line.type()).isEqualTo("mfa_change_refused");
    assertThat(line.origin()).isEqualTo("sealed");
    assertThat(line.data()).isEqualTo(Map.of("change", "two_factor_replaced"));
  }

  @Test
  void warns_of_few_recovery_codes() {
    var enough = new RecoveryCodeUsed(ALICE, AT, 4, "sealed");
    var few = new RecoveryCodeUsed(ALICE, AT, 3, "sealed");

    assertThat(LogLine.of(enough).orElseThrow().data())
        .isEqualTo(Map.of("left", 4, "few_left", false));
    assertThat(LogLine.of(few).orElseThrow().data()).isEqualTo(Map.of("left", 3, "few_left", true));
  }

  @Test
  void a_phone_that_was_added_is_shown_masked_and_the_old_one_not_at_all() {
    var added = new RecoveryPhoneAdded(ALICE, AT, "+49 •••••••• 12", AT, "sealed", "o");

    assertThat(LogLine.of(added).orElseThrow().data())
        .containsOnly(entry("number", "+49 •••••••• 12"), entry("usable_from", AT.toString()));
  }

  @Test
  void keeps_no_address_and_no_number_even_sealed() {
    assertThat(LogLine.of(new EmailChanged(ALICE, AT, "old", "sealed")).orElseThrow().data())
        .isEmpty();
    assertThat(LogLine.of(new RecoveryPhoneRemoved(ALICE, AT, "old", "o")).orElseThrow().data())
        .isEmpty();
  }

  @Test
  void knows_facts_without_an_origin() {
    assertThat(LogLine.of(new EmailVerified(ALICE, AT)).orElseThrow().origin()).isNull();
  }

  @Test
  void messages_are_no_part_of_the_log() {
    var asked = new MessageRequested(ALICE, AT, new MessageId(new UUID(0, 3)), "sealed", AT);

    assertThat(LogLine.of(asked)).isEmpty();
  }
}
