package dev.latchkey.web.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.web.twofactor.TwoFactorChange.Place;
import dev.latchkey.web.twofactor.TwoFactorChange.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoFactorChangeTest {

  @Test
  void a_place_is_named_by_what_its_owner_may_know() {
    assertThat(new Place("Firefox on Linux", "Mozilla/5.0 …", "192.0.2.7").name())
        .isEqualTo("Firefox on Linux, 192.0.2.7");
    assertThat(new Place(" ", "curl/8", "192.0.2.7").name()).isEqualTo("curl/8, 192.0.2.7");
    assertThat(new Place(null, null, null).name()).isEmpty();
  }

  @Test
  void browsers_and_programs_that_were_signed_out_are_counted_together() {
    var browser = new Place("Firefox", null, null);
    var program = new Place("heroku login", null, null);

    var receipt = new Receipt(List.of(browser), List.of(program), List.of(), 0, true, 42);

    assertThat(receipt.placesEnded()).containsExactly(browser, program);
  }
}
