package dev.latchkey.mfa.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import dev.latchkey.mfa.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisablingTest {

  @Inject Clock clock;

  @Test
  void switches_off_and_answers_with_the_receipt() {
    var alice = enrolled();

    var answer = disable(withPassword(alice));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("two_factor_authentication").asBoolean(true)).isFalse();
    assertThat(answer.json().at("/receipt/api_key_changed").asBoolean()).isTrue();
    assertThat(alice.status().json().path("enabled").asBoolean(true)).isFalse();
    assertThat(alice.due().json().path("due").asBoolean(true)).isFalse();
    assertThat(factorsOf(alice)).isEqualTo("0");
    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(MfaDisabled.class, alice.account);
      assertThat(said.keptSession()).isEqualTo(alice.session);
      assertThat(said.epoch()).isEqualTo(7);
      assertThat(log.all(MfaDisabled.class, alice.account, Duration.ofMillis(300))).hasSize(1);
    }
  }

  @Test
  void a_token_that_asks_keeps_no_session() {
    var alice = enrolled();

    var token = withPassword(alice).credential(CredentialKind.AUTHORIZATION, UUID.randomUUID());

    assertThat(disable(token).status()).isEqualTo(200);
    assertThat(AuthStandIn.cascadesOf(alice.account).getLast()).doesNotContain("keptSession");
  }

  @Test
  @Tag("attack-37")
  void the_password_without_a_qualified_credential_is_not_enough() {
    var alice = enrolled();

    var answer = disable(withPassword(alice).qualified(false));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.id()).isEqualTo("forbidden");
    assertThat(alice.status().json().path("enabled").asBoolean()).isTrue();
  }

  @Test
  @Tag("attack-37")
  void a_qualified_credential_without_the_password_is_not_enough() {
    var alice = enrolled();

    var answer = disable(alice.identity().stepUp(Verb.DELETE, Person.TWO_FACTOR));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.id()).isEqualTo("password_required");
  }

  @Test
  void what_is_not_on_cannot_be_switched_off() {
    var bob = Person.named("bob");

    assertThat(disable(withPassword(bob)).status()).isEqualTo(404);
  }

  @Test
  void a_refused_cascade_leaves_it_on() {
    var alice = enrolled();
    AuthStandIn.cascadesAnswer(409, "{}");

    var answer = disable(withPassword(alice));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(alice.status().json().path("enabled").asBoolean()).isTrue();
  }

  @Test
  void an_account_that_changed_a_moment_ago_is_left_alone() {
    var alice = enrolled();
    AuthStandIn.epochIs(alice.account, 8);

    assertThat(disable(withPassword(alice)).status()).isEqualTo(409);
    assertThat(alice.status().json().path("enabled").asBoolean()).isTrue();
  }

  @Test
  void auth_service_switches_off_and_gets_its_own_receipt() {
    var alice = enrolled();

    var answer = disableForAuth(alice);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("sshKeysRemaining").asInt()).isEqualTo(2);
    assertThat(answer.json().path("epoch").asInt()).isEqualTo(8);
    assertThat(alice.due().json().path("due").asBoolean(true)).isFalse();
    assertThat(disableForAuth(alice).status()).isEqualTo(404);
  }

  @Test
  void a_pending_enrolment_goes_with_the_factor() {
    var alice = enrolled();
    var now = clock.instant();
    alice.begin(identity -> identity.factorAt(now));

    var unused = disable(withPassword(alice));

    assertThat(alice.status().json().path("enrolment_pending").asBoolean(true)).isFalse();
  }

  private Person enrolled() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    return alice;
  }

  private static TestIdentity withPassword(Person person) {
    return person.identity().withPassword(Verb.DELETE, Person.TWO_FACTOR);
  }

  private static Answer disable(TestIdentity identity) {
    return Service.ask(Verb.DELETE, Person.TWO_FACTOR, identity.header(), "");
  }

  private static Answer disableForAuth(Person person) {
    var body =
        """
        {"epoch":7,"keptSession":"%s","origin":{"ip":"192.0.2.1","client":"a test"}}
        """
            .formatted(person.session);
    return Service.askInternally(Verb.DELETE, person.factorPath(), body);
  }

  private static String factorsOf(Person person) {
    return Rows.of("select count(*) from totp_factor where account = '" + person.account + "'")
        .getFirst();
  }
}
