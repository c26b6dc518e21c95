package dev.latchkey.notification.phoneline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.testkit.ServiceCalls;
import dev.latchkey.notification.TwilioMood;
import dev.latchkey.notification.TwilioThatSendsNothing;
import dev.latchkey.notification.WithTwilio;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attack 41, as far as it is looked up: what kind of line a number is. */
@QuarkusTest
@TestProfile(WithTwilio.class)
class PhoneLineTest {

  private static final String NUMBER = "+15005550100";
  private static final String PATH = "/internal/phone-line";

  @BeforeEach
  void all_is_well() {
    TwilioThatSendsNothing.reset(Clock.systemUTC());
  }

  @ParameterizedTest
  @CsvSource({
    "mobile, mobile",
    "landline, landline",
    "fixedVoip, fixed_voip",
    "nonFixedVoip, non_fixed_voip",
    "premium, premium",
    "sharedCost, premium",
    "tollFree, toll_free",
    "personal, personal",
    "pager, pager",
    "unknown, unknown",
    "invented, unknown"
  })
  void what_twilio_says_of_a_line_is_passed_on_in_our_words(String theirs, String ours) {
    says(200, line("{\"type\":\"%s\",\"carrier_name\":\"Acme\"}".formatted(theirs)));

    ask().statusCode(200).body("type", equalTo(ours)).body("carrier", equalTo("Acme"));

    assertThat(TwilioThatSendsNothing.requests())
        .anyMatch(request -> request.endsWith("?Fields=line_type_intelligence"));
  }

  @Test
  void a_line_that_twilio_knows_nothing_of_is_unknown() {
    says(200, line("null"));
    ask().statusCode(200).body("type", equalTo("unknown")).body("carrier", nullValue());

    says(200, line("{\"type\":null,\"carrier_name\":null,\"error_code\":60600}"));
    ask().statusCode(200).body("type", equalTo("unknown"));

    TwilioThatSendsNothing.line(NUMBER, TwilioMood.refuses(404, 20404));
    ask().statusCode(200).body("type", equalTo("unknown"));
  }

  @Test
  void when_nobody_can_tell_now_nothing_is_made_up() {
    TwilioThatSendsNothing.line(NUMBER, TwilioMood.refuses(500, 20500));
    ask().statusCode(503).body("id", equalTo("unavailable")).header("Retry-After", "5");

    TwilioThatSendsNothing.line(NUMBER, TwilioMood.busy(1));
    ask().statusCode(503);

    TwilioThatSendsNothing.line(NUMBER, TwilioMood.refuses(401, 20003));
    ask().statusCode(503);

    TwilioThatSendsNothing.line(NUMBER, TwilioMood.IS_SILENT);
    ask().statusCode(503);
  }

  @Test
  void what_is_no_number_is_not_asked_for() {
    ask("0151/12345").statusCode(422);
    ask("+1500?Fields=caller_name").statusCode(422);

    assertThat(TwilioThatSendsNothing.requests()).isEmpty();
  }

  @Test
  void only_services_may_ask() {
    given()
        .port(Integer.getInteger("latchkey.internal.actual-port"))
        .contentType("application/json")
        .body("{\"number\":\"" + NUMBER + "\"}")
        .post(PATH)
        .then()
        .statusCode(401);
    given()
        .contentType("application/json")
        .body("{\"number\":\"" + NUMBER + "\"}")
        .post(PATH)
        .then()
        .statusCode(404);
  }

  private static void says(int status, String json) {
    TwilioThatSendsNothing.line(NUMBER, new TwilioMood.Says(status, json));
  }

  private static String line(String intelligence) {
    return "{\"phone_number\":\"%s\",\"valid\":true,\"line_type_intelligence\":%s}"
        .formatted(NUMBER, intelligence);
  }

  private static ValidatableResponse ask() {
    return ask(NUMBER);
  }

  private static ValidatableResponse ask(String number) {
    return given()
        .port(Integer.getInteger("latchkey.internal.actual-port"))
        .header("Authorization", ServiceCalls.header(Owner.MFA, Owner.NOTIFICATION))
        .contentType("application/json")
        .body("{\"number\":\"" + number + "\"}")
        .post(PATH)
        .then();
  }
}
