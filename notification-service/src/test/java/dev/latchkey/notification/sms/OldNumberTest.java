package dev.latchkey.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.notification.Rows;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.WithTwilio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 44, as far as it is told: the old number hears of a change, too. */
@QuarkusTest
@TestProfile(WithTwilio.class)
class OldNumberTest {

  @Inject OriginSeal origins;
  @Inject AddressSeal numbers;
  @Inject MovableClock clock;

  private final Sms old = Sms.some();

  @BeforeEach
  void all_is_well() {
    TwilioThatSendsNothing.reset(clock);
    OtherServiceStandIn.of(Owner.AUTH)
        .answer(
            "GET /internal/accounts/" + old.account() + "/addresses",
            200,
            "{\"emails\":[\"%s@example.com\"]}".formatted(old.account()));
  }

  @Test
  @Tag("attack-44")
  void a_number_that_was_replaced_is_told_once_and_without_a_link() {
    told(
        new RecoveryPhoneAdded(
            old.account(), clock.instant(), "+49 •• 12", clock.instant(), sealed(), origin()));

    assertThat(old.texts().getFirst().body())
        .contains("Latchkey", "another phone", "If this wasn't you")
        .doesNotContain("http", "://", "www", "+49")
        .hasSizeLessThanOrEqualTo(160);
  }

  @Test
  void a_number_that_was_removed_is_told_once_and_without_a_link() {
    told(new RecoveryPhoneRemoved(old.account(), clock.instant(), sealed(), origin()));

    assertThat(old.texts().getFirst().body())
        .contains("Latchkey", "no longer", "If this wasn't you")
        .doesNotContain("http", "://", "www")
        .hasSizeLessThanOrEqualTo(160);
  }

  private void told(Event fact) {
    var event = OtherServiceSays.that(fact);
    OtherServiceSays.again(event, fact);
    Sms.await(() -> sent("sms") == 1 && sent("mail") == 1);
    OtherServiceSays.again(event, fact);
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> Rows.count("delivery where account = '" + old.account() + "'") == 2);
    assertThat(old.texts()).hasSize(1);
  }

  private int sent(String channel) {
    return Rows.count(
        "delivery where state = 'sent' and channel = '%s' and account = '%s'"
            .formatted(channel, old.account()));
  }

  private String sealed() {
    return numbers.seal(old.account(), old.number());
  }

  private String origin() {
    return origins.seal(old.account(), new Origin("192.0.2.7", "curl/8.5"));
  }
}
