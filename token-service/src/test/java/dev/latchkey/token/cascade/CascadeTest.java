package dev.latchkey.token.cascade;

import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static dev.latchkey.token.Tokens.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CascadeTest {

  @Test
  void two_factor_on_ends_sign_ins_and_leaves_explicit_authorizations() {
    var alice = anAccount();
    var signIn = mint(password(alice));
    var onTheCommandLine = mint(signedIn(alice, signIn));
    var explicit = mint(session(alice));
    var byApiKey = mint(apiKey(alice));
    var childOfThat = mint(bearer(alice, byApiKey));

    say(revoked(alice, Change.TWO_FACTOR_ENABLED, 1));
    ends(signIn);

    assertThat(active(byApiKey)).isFalse();
    assertThat(active(childOfThat)).isFalse();
    assertThat(active(explicit)).isTrue();
    assertThat(active(onTheCommandLine)).isTrue();
  }

  @Test
  void what_is_made_after_the_change_is_not_touched_by_hearing_of_it_late() {
    var alice = anAccount();
    var early = Instant.now().minusSeconds(60);
    var signIn = mint(password(alice).epoch(1));
    var byNewKey = mint(apiKey(alice).epoch(1));
    var explicit = mint(session(alice).epoch(1));

    say(revoked(alice, Change.PASSWORD_RESET, 1));
    say(new ApiKeyRotated(alice, early, Change.PASSWORD_RESET, null, "sealed"));
    say(new PasswordChanged(alice, early, true, "sealed"));
    heardAll(alice);

    assertThat(active(signIn)).isTrue();
    assertThat(active(byNewKey)).isTrue();
    assertThat(active(explicit)).isTrue();
  }

  @Test
  @Tag("attack-66")
  void heard_three_times_and_out_of_order_it_comes_to_the_same() {
    var alice = anAccount();
    var first = mint(password(alice).epoch(0));
    var later = revoked(alice, Change.PASSWORD_CHANGED, 2);
    var earlier = revoked(alice, Change.TWO_FACTOR_ENABLED, 1);
    var laterId = say(later);
    ends(first);
    var second = mint(password(alice).epoch(2));

    var earlierId = say(earlier);
    OtherServiceSays.again(laterId, later);
    OtherServiceSays.again(earlierId, earlier);
    OtherServiceSays.again(laterId, later);
    heardAll(alice);

    assertThat(Rows.epoch(alice)).isEqualTo(2);
    assertThat(active(second)).isTrue();
    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      assertThat(log.all(AuthorizationRevoked.class, alice, Duration.ofSeconds(2)))
          .extracting(AuthorizationRevoked::authorization)
          .containsExactly(new AuthorizationId(first.id()));
    }
  }

  @Test
  void a_new_api_key_ends_what_the_old_one_made() {
    var alice = anAccount();
    var byApiKey = mint(apiKey(alice));
    var bySession = mint(session(alice));

    say(new ApiKeyRotated(alice, Instant.now(), null, null, "sealed"));
    ends(byApiKey);

    assertThat(active(bySession)).isTrue();
  }

  @Test
  void what_the_old_key_made_ends_whatever_the_clocks_say() {
    var alice = anAccount();
    var old = UUID.randomUUID();
    var byOldKey = mint(TestIdentity.of(alice).credential(CredentialKind.API_KEY, old));
    var byNewKey = mint(apiKey(alice));

    say(new ApiKeyRotated(alice, Instant.now().minusSeconds(60), null, old, "sealed"));
    ends(byOldKey);

    assertThat(active(byNewKey)).isTrue();
  }

  @Test
  void a_password_reset_ends_explicit_authorizations() {
    var alice = anAccount();
    var explicit = mint(session(alice));

    say(new PasswordChanged(alice, Instant.now(), true, "sealed"));

    ends(explicit);
  }

  @Test
  @Tag("attack-55")
  void a_closed_account_has_no_tokens_and_gets_none() {
    var alice = anAccount();
    var explicit = mint(session(alice));
    var signIn = mint(password(alice));

    say(new AccountClosed(alice, Instant.now(), "sealed"));
    ends(explicit);

    assertThat(active(signIn)).isFalse();
    ask(session(alice).epoch(9), "{}").statusCode(409);
  }

  @Test
  void the_end_carries_the_origin_of_the_change() {
    var alice = anAccount();
    var signIn = mint(password(alice));

    say(revoked(alice, Change.SESSIONS_ENDED, 1));
    ends(signIn);

    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      assertThat(log.await(AuthorizationRevoked.class, alice).origin()).isEqualTo("sealed");
    }
  }

  @Test
  void a_poisoned_message_goes_to_the_dead_letters_and_the_next_is_heard() {
    var alice = anAccount();
    var signIn = mint(password(alice));
    var key = alice.toString();

    OtherServiceSays.raw(Topic.ACCOUNT, key, Map.of(), "{not json " + key);
    OtherServiceSays.raw(
        Topic.ACCOUNT,
        key,
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "no id",
            "ce_source", "/auth-service",
            "ce_type", "dev.latchkey.account.SessionsRevoked.v1",
            "ce_time", "yesterday"),
        "{}");
    OtherServiceSays.raw(
        Topic.ACCOUNT,
        key,
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "1",
            "ce_source", "/auth-service",
            "ce_type", "dev.latchkey.account.New.v9"),
        "{}");
    say(revoked(alice, Change.TWO_FACTOR_ENABLED, 1));

    ends(signIn);
    try (var letters = EventLog.ofDeadLetters(Topic.ACCOUNT, Owner.TOKEN)) {
      var dead = letters.await(letter -> letter.json().contains(key));
      assertThat(dead.headers()).containsKey("dead-letter-reason");
    }
  }

  /** All that was said so far has been heard: the inbox has one more event of the same key. */
  private static void heardAll(AccountId account) {
    var last = say(new ApiKeyRotated(account, Instant.EPOCH, null, null, "sealed"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Rows.count("inbox where id = '" + last + "'") == 1);
  }

  private static void ends(Minted token) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !active(token));
  }

  private static EventId say(Event fact) {
    return OtherServiceSays.that(fact);
  }

  private static SessionsRevoked revoked(AccountId account, @Nullable Change cause, int epoch) {
    return new SessionsRevoked(
        account, Instant.now(), cause, null, null, null, List.of(), epoch, "sealed");
  }
}
