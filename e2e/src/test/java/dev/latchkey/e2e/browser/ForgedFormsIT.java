package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that no page of ours made: nothing happens, whatever the browser sends along. */
@InABrowser
@Tag("attack-37")
class ForgedFormsIT {

  private static final String SIGN_OUT = "/dashboard/sign-out";
  private static final int FORBIDDEN = 403;

  private final Platform platform;
  private Person bob;

  ForgedFormsIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Origin, https://evil.example",
    "Origin, null",
    "X-Nothing, of the kind"
  })
  void from_elsewhere_even_a_right_token_is_refused(String header, String value, Window window) {
    window.signIn(bob).isOn("Account");

    var answer = post(window, token(window), Map.of(header, value));

    assertThat(answer.status()).isEqualTo(FORBIDDEN);
    window.goTo("/dashboard").isOn("Account");
  }

  @Test
  void without_this_browsers_token_a_form_is_refused(Window window, Window other) {
    var here = Map.of("Sec-Fetch-Site", "same-origin");
    window.signIn(bob).isOn("Account");
    other.goTo("/dashboard/sign-in");

    assertThat(post(window, "", here).status()).isEqualTo(FORBIDDEN);
    assertThat(post(window, token(other), here).status()).isEqualTo(FORBIDDEN);
    assertThat(post(window, token(window) + "A", here).status()).isEqualTo(FORBIDDEN);

    window.goTo("/dashboard").isOn("Account");
    var right = post(window, token(window), here);
    assertThat(right.status()).isEqualTo(303);
    window.goTo("/dashboard").isOn("Sign in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data"})
  void what_is_no_form_is_refused(String type, Window window) {
    window.signIn(bob).isOn("Account");
    var options =
        RequestOptions.create()
            .setHeader("Sec-Fetch-Site", "same-origin")
            .setHeader("Content-Type", type)
            .setData("form_token=" + token(window));

    var answer = window.page().request().post(SIGN_OUT, options);

    assertThat(answer.status()).isEqualTo(FORBIDDEN);
    window.goTo("/dashboard").isOn("Account");
  }

  /** One neighbour's cookies go along, the other's do not: the site has no port. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void a_strangers_page_sends_one_in_vain(String host, Window window) {
    window.signIn(bob).isOn("Account");
    var trap = "<form method=post action='%s'><button>Kittens!</button></form>";

    try (var site = StrangersSite.showing(trap.formatted(window.address(SIGN_OUT)))) {
      window.strayTo(site.at(host)).press("Kittens!").isOn("Please try again");
      window.looksGood("foreign-form");
    }

    window.goTo("/dashboard").isOn("Account");
  }

  @Test
  void nobody_shows_our_pages_in_a_frame(Window window) {
    window.signIn(bob).isOn("Account");
    var frame = "<iframe src='%s'></iframe>".formatted(window.address("/dashboard"));

    try (var site = StrangersSite.showing(frame)) {
      window.strayTo(site.at("127.0.0.1"));

      assertThat(window.page().frames()).hasSize(2);
      assertThat(window.page().frames().stream().map(Frame::content).toList().toString())
          .doesNotContain(bob.email());
    }
  }

  private static String token(Window window) {
    return window.page().locator("input[name=form_token]").first().inputValue();
  }

  /** With the window's cookies, as if its page had sent it. */
  private static APIResponse post(Window window, String token, Map<String, String> headers) {
    var options =
        RequestOptions.create()
            .setForm(FormData.create().set("form_token", token))
            .setMaxRedirects(0);
    headers.forEach(options::setHeader);
    return window.page().request().post(SIGN_OUT, options);
  }
}
