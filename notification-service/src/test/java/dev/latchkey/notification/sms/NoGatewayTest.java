package dev.latchkey.notification.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without an account at Twilio nothing stands in for it. */
@QuarkusTest
class NoGatewayTest {

  @Inject MessageSeal seal;
  @Inject MovableClock clock;

  @Test
  void a_text_fails_and_says_why_and_the_service_goes_on() {
    var sms = Sms.some();

    sms.ask(seal, clock);
    sms.settles("failed");

    assertThat(sms.said(MessageFailed.class))
        .extracting(MessageFailed::reason)
        .containsExactly("no_gateway");
    given()
        .port(Integer.getInteger("latchkey.internal.actual-port"))
        .get("/q/health")
        .then()
        .statusCode(200);
  }

  @Test
  @Tag("attack-43")
  void no_callback_is_believed() {
    assertThat(Callback.of(Sms.some().id(), "SM1", "delivered", "nobody").saying("x").send())
        .isEqualTo(403);
  }
}
