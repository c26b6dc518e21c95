package dev.latchkey.token.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Which;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsequenceTest {

  private static final AccountId ALICE = new AccountId(new UUID(0, 1));
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void two_factor_on_ends_sign_ins_and_what_the_api_key_made_and_nothing_else() {
    var consequence = Consequence.of(revoked(Change.TWO_FACTOR_ENABLED, 5)).orElseThrow();

    assertThat(consequence.epoch()).isEqualTo(5);
    assertThat(consequence.ends()).containsExactly(Which.signInsBefore(5), Which.byApiKeyBefore(5));
  }

  @Test
  void a_password_reset_ends_explicit_authorizations_too() {
    assertThat(Consequence.of(revoked(Change.PASSWORD_RESET, 5)).orElseThrow().ends())
        .contains(Which.standingBefore(5));
    assertThat(Consequence.of(new PasswordChanged(ALICE, AT, true, "o")).orElseThrow().ends())
        .containsExactly(Which.standingUntil(AT));
  }

  @Test
  void a_password_change_leaves_explicit_authorizations_alone() {
    assertThat(Consequence.of(revoked(Change.PASSWORD_CHANGED, 5)).orElseThrow().ends())
        .doesNotContain(Which.standingBefore(5));
    assertThat(Consequence.of(new PasswordChanged(ALICE, AT, false, "o"))).isEmpty();
  }

  @Test
  void ending_one_session_ends_no_authorization_of_the_current_epoch() {
    assertThat(Consequence.of(revoked(null, 5)).orElseThrow().ends())
        .containsExactly(Which.signInsBefore(5));
  }

  @Test
  void a_new_api_key_ends_what_the_old_one_made() {
    assertThat(Consequence.of(new ApiKeyRotated(ALICE, AT, null, null, "o")).orElseThrow().ends())
        .containsExactly(Which.byApiKeyUntil(AT));
  }

  @Test
  void the_old_key_is_meant_by_its_id_when_that_was_said() {
    var old = new UUID(0, 2);

    var consequence = Consequence.of(new ApiKeyRotated(ALICE, AT, null, old, "o")).orElseThrow();

    assertThat(consequence.ends()).containsExactly(Which.byApiKey(old));
  }

  @Test
  void a_closed_account_ends_everything_for_ever() {
    var consequence = Consequence.of(new AccountClosed(ALICE, AT, "o")).orElseThrow();

    assertThat(consequence.epoch()).isEqualTo(AccountEpochs.CLOSED);
    assertThat(consequence.ends()).containsExactly(Which.all());
  }

  @Test
  void other_facts_have_no_consequence() {
    assertThat(Consequence.of(new EmailVerified(ALICE, AT))).isEmpty();
  }

  private static SessionsRevoked revoked(@Nullable Change cause, int epoch) {
    return new SessionsRevoked(ALICE, AT, cause, null, null, null, List.of(), epoch, "o");
  }
}
