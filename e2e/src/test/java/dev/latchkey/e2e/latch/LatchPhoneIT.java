package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code latch 2fa:phone} and what belongs to it; two texts to one phone would take a minute. */
@OnThePlatform
class LatchPhoneIT {

  private final Platform platform;
  private final Person carol;
  private final Machine laptop;

  LatchPhoneIT(Platform platform) {
    this.platform = platform;
    carol = platform.people().signedUp("carol");
    carol.enrol(carol.signIn("browser"));
    laptop = Machine.at(platform).signInWithCode(carol).forgetScreen();
  }

  @Test
  void it_is_set_confirmed_later_and_removed() {
    var phone = platform.phone("1001");
    laptop.runs("2fa", "phone");

    try (var terminal = withPassword("2fa:phone", "set", phone.number())) {
      terminal.expect("Code in the text").enter("").exits(0);
    }
    var code = phone.code(1);
    awaitDelivery();
    laptop.runs("2fa:phone");
    try (var terminal = laptop.latch("2fa:phone", "confirm")) {
      terminal.expect("Code in the text").enter(wrong(code)).exits(4);
    }
    try (var terminal = laptop.latch("2fa:phone", "confirm")) {
      terminal.expect("Code in the text").enter(code).exits(0);
    }
    laptop.runs("2fa:phone");
    withPassword("2fa:phone", "remove").exits(0);

    laptop.hasShown("2fa-phone");
  }

  @Test
  void a_landline_is_refused_what_is_no_number_too_and_of_an_internet_phone_it_warns() {
    withPassword("2fa:phone:set", platform.phone("9901").number()).exits(1);
    withPassword("2fa:phone:set", "12").exits(1);
    try (var terminal = laptop.latch("2fa:phone:set")) {
      terminal.expect("Number, such as").enter(platform.phone("9903").number());
      terminal.expect("Password: ").enter(carol.password());
      terminal.expect("Code in the text").enter("").exits(0);
    }

    laptop.hasShown("2fa-phone-refused-and-warned-of");
  }

  /**
   * How the text fared is known a moment after it can be read; not asked of latch, which is noted.
   */
  private void awaitDelivery() {
    await()
        .atMost(Slack.of(Duration.ofSeconds(30)))
        .untilAsserted(() ->
            assertThat(platform.api().get(PhoneOwner.PATH).bearer(laptop.token()).send())
                .hasText("/delivery/state", "delivered"));
  }

  private static String wrong(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }

  private Terminal withPassword(String... words) {
    return laptop.latch(words).expect("Password: ").enter(carol.password());
  }
}
