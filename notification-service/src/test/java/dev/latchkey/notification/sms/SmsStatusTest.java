package dev.latchkey.notification.sms;

import static dev.latchkey.notification.TwilioThatSendsNothing.FIRST;
import static dev.latchkey.notification.TwilioThatSendsNothing.SECOND;
import static dev.latchkey.notification.TwilioThatSendsNothing.TOKEN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.notification.TwilioMood;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.WithTwilio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithTwilio.class)
class SmsStatusTest {

  @Inject MessageSeal seal;
  @Inject MovableClock clock;

  private final Sms sms = Sms.some();

  @BeforeEach
  void all_is_well() {
    TwilioThatSendsNothing.reset(clock);
  }

  @Test
  void a_phone_that_has_the_text_is_told_of_once() {
    sent();

    assertThat(callback("sent").send()).isEqualTo(204);
    assertThat(callback("delivered").send()).isEqualTo(204);
    assertThat(callback("delivered").send()).isEqualTo(204);
    assertThat(callback("sent").send()).isEqualTo(204);
    assertThat(callback("undelivered").with("ErrorCode", "30003").send()).isEqualTo(204);

    assertThat(sms.state()).isEqualTo("delivered");
    assertThat(sms.said(MessageDelivered.class)).hasSize(1);
    assertThat(sms.said(MessageFailed.class)).isEmpty();
  }

  @Test
  void a_text_that_does_not_arrive_is_told_of_once_and_why() {
    sent();

    callback("undelivered").with("ErrorCode", "30003").send();
    callback("undelivered").with("ErrorCode", "30003").send();
    callback("delivered").send();

    assertThat(sms.state()).isEqualTo("failed");
    assertThat(sms.said(MessageFailed.class))
        .extracting(MessageFailed::reason)
        .containsExactly("unreachable");
    assertThat(sms.said(MessageDelivered.class)).isEmpty();
  }

  @Test
  void news_that_comes_before_twilios_own_answer_is_not_lost() {
    var hasty =
        TwilioMood.afterwards(taken -> assertThat(callback("delivered").send()).isEqualTo(204));
    TwilioThatSendsNothing.moods(FIRST, hasty);
    TwilioThatSendsNothing.moods(SECOND, hasty);

    sms.ask(seal, clock);
    sms.settles("delivered");

    assertThat(sms.said(MessageDelivered.class)).hasSize(1);
    assertThat(sms.texts()).hasSize(1);
    assertThat(sms.column("sealed")).isEmpty();
  }

  // Attack 43.
  @Test
  @Tag("attack-43")
  void a_callback_without_twilios_signature_is_refused_and_changes_nothing() {
    sent();
    var genuine = callback("delivered");

    assertThat(genuine.signedWith("another token").send()).isEqualTo(403);
    assertThat(genuine.unsigned().send()).isEqualTo(403);
    assertThat(genuine.saying("X-Twilio-Signature-Of-Nobody").send()).isEqualTo(403);
    assertThat(genuine.withAfterSigning("MessageStatus", "failed").send()).isEqualTo(403);
    assertThat(genuine.withAfterSigning("Another", "parameter").send()).isEqualTo(403);
    assertThat(genuine.forAnother(new MessageId(UUID.randomUUID())).send()).isEqualTo(403);

    assertThat(
            given().header("X-Twilio-Signature", "x").post("/twilio/status?message=1").statusCode())
        .as("without a form")
        .isIn(403, 415);
    assertThat(
            given()
                .header("X-Twilio-Signature", "x")
                .formParam("MessageStatus", "delivered")
                .post("/twilio/status?message=1")
                .statusCode())
        .as("of no message at all")
        .isEqualTo(403);

    assertThat(sms.state()).isEqualTo("sent");
    assertThat(sms.said(MessageDelivered.class)).isEmpty();
    assertThat(sms.said(MessageFailed.class)).isEmpty();
  }

  @Test
  @Tag("attack-43")
  void a_host_that_somebody_claims_is_not_a_part_of_the_signature() {
    sent();

    assertThat(callback("delivered").signedFor("http://evil.test").host("evil.test").send())
        .isEqualTo(403);
    assertThat(callback("delivered").host("evil.test").send()).isEqualTo(204);
  }

  @Test
  void parameters_that_twilio_adds_one_day_are_signed_and_ignored() {
    sent();

    assertThat(callback("delivered").with("RawDlrDoneDate", "2611221200").send()).isEqualTo(204);

    assertThat(sms.state()).isEqualTo("delivered");
  }

  @Test
  void news_of_another_text_and_of_no_text_of_ours_is_no_news() {
    sent();

    assertThat(callback("delivered").with("MessageSid", "SM" + "0".repeat(32)).send())
        .isEqualTo(204);
    var nobody = new MessageId(UUID.randomUUID());
    assertThat(Callback.of(nobody, "SM1", "delivered", TOKEN + SECOND).send()).isEqualTo(204);

    assertThat(sms.state()).isEqualTo("sent");
  }

  private void sent() {
    sms.ask(seal, clock);
    sms.settles("sent");
  }

  private Callback callback(String status) {
    return Callback.of(sms.id(), sms.texts().getFirst().sid(), status, TOKEN + FIRST);
  }
}
