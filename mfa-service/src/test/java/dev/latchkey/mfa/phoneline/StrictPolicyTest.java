package dev.latchkey.mfa.phoneline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The policy as an operator may turn it, and a delay that is over at once. */
@QuarkusTest
@TestProfile(StrictPolicyTest.Turned.class)
class StrictPolicyTest {

  /** Each of the four otherwise than it comes. */
  public static class Turned implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "latchkey.phone.policy.voip", "refuse",
          "latchkey.phone.policy.unknown", "allow",
          "latchkey.phone.policy.landline", "warn",
          "latchkey.phone.policy.premium", "allow",
          "latchkey.phone.delay", "PT0S");
    }
  }

  @Inject Clock clock;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_two_factor() {
    carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    phone = Phone.of(carol);
  }

  @AfterEach
  void lines_are_mobiles() {
    NotificationStandIn.linesAre("mobile");
  }

  @Test
  @Tag("attack-41")
  void an_internet_phone_is_refused_and_told_why() {
    NotificationStandIn.linesAre("non_fixed_voip");

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.id()).isEqualTo("phone_number_refused");
    assertThat(answer.text("message")).contains("VoIP", "taken over", "mobile phone");
  }

  @Test
  void a_landline_is_warned_of() {
    NotificationStandIn.linesAre("landline");

    assertThat(phone.set().text("warning")).contains("text messages may not reach it");
  }

  @Test
  void an_unknown_line_and_a_dear_one_are_taken_without_a_word() {
    NotificationStandIn.linesAnswer(503);
    assertThat(phone.set().json().path("warning").isNull()).isTrue();

    NotificationStandIn.linesAre("premium");
    var dave = Person.named("dave");
    var unused = dave.enrol(clock.instant());
    assertThat(Phone.of(dave).set().json().path("warning").isNull()).isTrue();
  }

  @Test
  void without_a_delay_a_number_counts_at_once() {
    NotificationStandIn.linesAre("mobile");

    assertThat(phone.validated().show().text("state")).isEqualTo("usable");
  }
}
