package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesIssued;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesViewed;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import dev.latchkey.mfa.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Getting and viewing recovery codes, and how long they last; policy {@code viewable}. */
@QuarkusTest
class RecoveryCodeIssuingTest {

  @Inject MovableClock clock;

  private Person dave = Person.named("dave");

  @BeforeEach
  void dave_has_two_factor() {
    clock.set(clock.instant());
    dave = Person.named("dave");
    var unused = dave.enrol(clock.instant());
    clock.advance(Duration.ofMinutes(1));
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void ten_codes_come_as_a_list_of_strings_and_their_owner_is_told() {
    var answer = dave.issueCodes();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().isArray()).isTrue();
    assertThat(answer.json()).hasSize(10).allMatch(code -> code.asText().length() == 19);
    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isEqualTo(10);
    try (var log = EventLog.of(Topic.MFA)) {
      log.await(RecoveryCodesIssued.class, dave.account);
      assertThat(log.all(RecoveryCodesIssued.class, dave.account, Duration.ofMillis(300)))
          .hasSize(1);
    }
  }

  /** Attack 28: a sign-in that waits at the prompt asks with the same question. */
  @Test
  @Tag("attack-28")
  void new_codes_kill_the_old_ones_at_once() {
    var old = dave.newCodes();

    var fresh = dave.newCodes();

    assertThat(old.subList(0, 5)).allMatch(code -> dave.verify(code).equals("WRONG"));
    assertThat(dave.verify(fresh.getFirst())).isEqualTo("PASSED");
    assertThat(codeRows()).hasSize(10);
  }

  @Test
  @Tag("attack-29")
  void the_unused_codes_can_be_viewed_in_their_order_and_that_is_announced() {
    var codes = dave.newCodes();
    assertThat(dave.verify(codes.get(3))).isEqualTo("PASSED");

    var view = dave.viewCodes();

    var left = codes.stream().filter(code -> !code.equals(codes.get(3))).toList();
    assertThat(view.status()).isEqualTo(200);
    assertThat(view.header("Cache-Control")).isEqualTo("no-store");
    assertThat(view.json().path("recovery_codes_left").asInt()).isEqualTo(9);
    assertThat(view.json().path("recovery_codes"))
        .extracting(code -> code.asText())
        .containsExactlyElementsOf(left);
    try (var log = EventLog.of(Topic.MFA)) {
      log.await(RecoveryCodesViewed.class, dave.account);
    }
    assertThat(dave.verify(left.getFirst())).isEqualTo("PASSED");
  }

  /** Attack 29. */
  @Test
  @Tag("attack-29")
  void nothing_in_the_database_reads_as_a_code() {
    var codes = dave.newCodes();
    var plain = codes.stream().map(code -> code.replace("-", "")).toList();
    var used = dave.verify(codes.getFirst());

    var rows = Rows.of("select row_to_json(c)::text from recovery_code c");
    var sets = Rows.of("select row_to_json(s)::text from recovery_code_set s");
    var said = Rows.of("select row_to_json(o)::text from outbox o");

    assertThat(used).isEqualTo("PASSED");
    assertThat(rows).isNotEmpty();
    for (var code : plain) {
      assertThat(rows).noneMatch(row -> row.contains(code));
      assertThat(sets).noneMatch(row -> row.contains(code));
      assertThat(said).noneMatch(row -> row.contains(code));
    }
    assertThat(Rows.of(rowsOf("count(sealed)"))).containsExactly("9");
  }

  @Test
  void a_sealed_code_that_was_copied_to_another_row_does_not_open() {
    dave.newCodes();
    Rows.change(
        """
        update recovery_code c set sealed = other.sealed from recovery_code other
        where c.place = 0 and other.place = 1 and other.code_set = c.code_set and c.code_set in
          (select id from recovery_code_set where account = '%s')
        """
            .formatted(dave.account));

    assertThat(dave.viewCodes().status()).isEqualTo(500);
  }

  @Test
  @Tag("attack-29")
  void both_proofs_are_asked_for() {
    for (var verb : List.of(Verb.GET, Verb.POST)) {
      var now = Clock.systemUTC().instant();

      assertThat(ask(verb, who -> who)).isEqualTo("403 password_required");
      assertThat(ask(verb, who -> who.factorAt(now))).isEqualTo("403 password_required");
      assertThat(ask(verb, who -> who.passwordAt(now))).isEqualTo("403 two_factor");
      assertThat(ask(verb, who -> who.passwordAt(now).factorAt(now.minus(Duration.ofMinutes(11)))))
          .isEqualTo("403 two_factor");
      // The edge looked before two-factor was switched on.
      assertThat(ask(verb, who -> who.passwordAt(now).twoFactor(false)))
          .isEqualTo("403 two_factor");
    }
    assertThat(codeRows()).isEmpty();
  }

  @Test
  void a_token_gets_codes_too() {
    var answer =
        dave.recoveryCodes(
            Verb.POST, who -> who.credential(CredentialKind.AUTHORIZATION, UUID.randomUUID()));

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void without_two_factor_there_are_no_codes() {
    var bob = Person.named("bob");

    assertThat(bob.issueCodes().status()).isEqualTo(404);
    assertThat(bob.viewCodes().text("resource")).isEqualTo("two_factor");
  }

  @Test
  void an_account_that_changed_a_moment_ago_is_left_alone() {
    var codes = dave.newCodes();
    AuthStandIn.epochIs(dave.account, 8);

    assertThat(dave.issueCodes().status()).isEqualTo(409);
    assertThat(dave.viewCodes().id()).isEqualTo("account_changed");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
  }

  @Test
  void without_the_epoch_nothing_is_issued() {
    AuthStandIn.epochFails(dave.account);

    assertThat(dave.issueCodes().status()).isEqualTo(503);
    assertThat(codeRows()).isEmpty();
  }

  @Test
  @Tag("attack-28")
  void of_people_who_issue_at_once_the_last_one_has_the_codes() {
    var sets =
        List.of(0, 1, 2, 3, 4).parallelStream().map(i -> dave.newCodes().getFirst()).toList();

    assertThat(codeRows()).hasSize(10);
    assertThat(sets).filteredOn(code -> dave.verify(code).equals("PASSED")).hasSize(1);
  }

  @Test
  void another_device_takes_the_codes_over() {
    var codes = dave.newCodes();
    var now = clock.instant();
    var app = Person.scan(dave.begin(identity -> identity.factorAt(now)));
    assertThat(dave.confirm(app.codeAt(now)).status()).isEqualTo(200);

    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isEqualTo(9);
  }

  @Test
  void switched_off_they_are_gone_and_switched_on_again_there_are_none() {
    var codes = dave.newCodes();

    switchOff();

    assertThat(dave.verify(codes.getFirst())).isEqualTo("NOT_ENROLLED");
    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isZero();
    assertThat(codeRows()).isEmpty();
    var unused = dave.enrol(clock.instant());
    assertThat(dave.verify(codes.getFirst())).isEqualTo("WRONG");
    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isZero();
  }

  @Test
  void while_a_switching_off_is_unanswered_they_are_dead_but_kept() {
    var codes = dave.newCodes();
    AuthStandIn.cascadesAnswer(503, "{}");

    switchOff();

    assertThat(dave.verify(codes.getFirst())).isEqualTo("NOT_ENROLLED");
    assertThat(codeRows()).hasSize(10);
  }

  @Test
  void a_switching_off_that_is_refused_brings_them_back() {
    var codes = dave.newCodes();
    AuthStandIn.cascadesAnswer(409, "{}");

    switchOff();

    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isEqualTo(10);
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
  }

  @Test
  void a_closed_account_leaves_none() {
    dave.newCodes();

    OtherServiceSays.that(new AccountClosed(dave.account, clock.instant(), "sealed"));

    Awaitility.await().untilAsserted(() -> assertThat(codeRows()).isEmpty());
  }

  private void switchOff() {
    var identity = dave.identity().withPassword(Verb.DELETE, Person.TWO_FACTOR).header();
    var unused = Service.ask(Verb.DELETE, Person.TWO_FACTOR, identity, "");
  }

  /** Each time an identity of its own: one is good for one request. */
  private String ask(Verb verb, UnaryOperator<TestIdentity> shown) {
    var identity = dave.identity().twoFactor(true).stepUp(verb, Person.RECOVERY_CODES);
    var answer = Service.ask(verb, Person.RECOVERY_CODES, shown.apply(identity).header(), "");
    return answer.status() + " " + answer.id();
  }

  private List<String> codeRows() {
    return Rows.of(rowsOf("c.id"));
  }

  private String rowsOf(String what) {
    return """
    select %s from recovery_code c join recovery_code_set s on s.id = c.code_set
    where s.account = '%s'
    """
        .formatted(what, dave.account);
  }
}
