package dev.latchkey.token.expiry;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.rotate;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.AuthorizationEvent;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpired;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.sealing.WordsSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens.Minted;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiringTest {

  private static final String IN_TEN_MINUTES = "{\"expires_in\":600}";
  private static final String IN_TEN_DAYS =
      "{\"description\":\"Codespaces\",\"expires_in\":864000}";

  @Inject ExpiryRounds rounds;
  @Inject MovableClock clock;
  @Inject OriginSeal origins;
  @Inject WordsSeal words;

  @AfterEach
  void time_is_real_again() {
    clock.reset();
  }

  @Test
  void what_is_over_is_ended_and_said_to_be_with_all_that_it_made() {
    var alice = anAccount();
    var brief = mint(session(alice), IN_TEN_MINUTES);
    var child = mint(bearer(alice, brief));
    var forEver = mint(session(alice));

    clock.advance(Duration.ofMinutes(11));
    round();

    assertThat(said(AuthorizationExpired.class, alice))
        .extracting(AuthorizationExpired::authorization)
        .containsExactlyInAnyOrder(id(brief), id(child));
    assertThat(open(alice)).isEqualTo(1);
    assertThat(active(forEver)).isTrue();
  }

  @Test
  void nobody_did_it() {
    var alice = anAccount();
    mint(session(alice), IN_TEN_MINUTES);

    clock.advance(Duration.ofMinutes(11));
    round();

    assertThat(said(AuthorizationExpired.class, alice))
        .extracting(event -> origins.open(alice, event.origin()))
        .containsExactly(Origin.PLATFORM);
  }

  @Test
  void what_is_not_over_yet_goes_on() {
    var alice = anAccount();
    var brief = mint(session(alice), IN_TEN_MINUTES);

    clock.advance(Duration.ofMinutes(9));
    round();

    assertThat(active(brief)).isTrue();
    assertThat(open(alice)).isEqualTo(1);
  }

  @Test
  void several_replicas_at_once_say_each_end_once() {
    var accounts = Stream.generate(() -> anAccount()).limit(6).toList();
    accounts.forEach(account -> mint(session(account), IN_TEN_MINUTES));

    clock.advance(Duration.ofMinutes(11));
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        crowd.execute(this::round);
      }
    }

    for (var account : accounts) {
      assertThat(open(account)).isZero();
      assertThat(said(AuthorizationExpired.class, account)).hasSize(1);
    }
  }

  @Test
  void its_owner_is_told_once_a_week_before_and_of_which_one() {
    var alice = anAccount();
    var one = mint(session(alice), IN_TEN_DAYS);

    clock.advance(Duration.ofDays(2));
    round();
    clock.advance(Duration.ofDays(2));
    round();
    rotate(session(alice), one.id()).statusCode(200);
    clock.advance(Duration.ofDays(2));
    round();

    var told = said(AuthorizationExpiring.class, alice);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().authorization()).isEqualTo(id(one));
    assertThat(words.open(alice, told.getFirst().description())).isEqualTo("Codespaces");
    assertThat(told.getFirst().expiresAt())
        .isBetween(told.getFirst().at(), told.getFirst().at().plus(Duration.ofDays(7)));
    assertThat(raw(alice)).contains("expiresAt").doesNotContain("Codespaces");
  }

  @Test
  void nobody_is_told_of_sign_ins_and_of_what_never_lasted_a_week() {
    var alice = anAccount();
    mint(password(alice));
    mint(session(alice), IN_TEN_MINUTES);
    mint(session(alice));
    mint(bearer(alice, mint(session(alice), "{\"expires_in\":86400}")), IN_TEN_DAYS);

    clock.advance(Duration.ofDays(25));
    round();

    assertThat(said(AuthorizationExpiring.class, alice)).isEmpty();
  }

  @Test
  void nobody_is_told_of_what_was_revoked() {
    var alice = anAccount();
    var one = mint(session(alice), IN_TEN_DAYS);
    as(session(alice)).delete(PATH + "/" + one.id()).then().statusCode(200);

    clock.advance(Duration.ofDays(5));
    round();

    assertThat(said(AuthorizationExpiring.class, alice)).isEmpty();
  }

  private void round() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> rounds.round());
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static <T extends AuthorizationEvent> List<T> said(Class<T> type, AccountId account) {
    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      return log.all(type, account, Duration.ofSeconds(1));
    }
  }

  private static String raw(AccountId account) {
    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      return log.await(
              said -> said.key().equals(account.toString()) && said.json().contains("expiresAt"))
          .json();
    }
  }

  private static AuthorizationId id(Minted one) {
    return new AuthorizationId(one.id());
  }

  private static int open(AccountId account) {
    return Rows.count("authorizations where ended_at is null and account = '" + account + "'");
  }
}
