package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thief knows what the browser held before: an id that he planted, or a copy of the cookie. It is
 * worth nothing once its person has shown more than before.
 */
@OnThePlatform
class FixationIT {

  private static final String FORMS = PlainBrowser.SESSION + "-forms";
  private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)");

  private final Platform platform;
  private final Api api;
  private final PlainBrowser browser;
  private Person erin;

  /** The app that was set up in the browser last. */
  private Authenticator app = new Authenticator("AAAAAAAAAAAAAAAA");

  FixationIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    browser = new PlainBrowser(api);
    erin = platform.people().stranger("erin");
  }

  @BeforeEach
  void erin_has_an_account() {
    erin = platform.people().signedUp("erin");
  }

  @Test
  @Tag("attack-50")
  void an_id_that_is_nobodys_does_not_become_hers_by_the_sign_in() {
    var over = erin.signIn().token();
    assertThat(api.delete("/oauth/sessions/~").bearer(over).send()).hasStatus(200);
    browser.plant(PlainBrowser.SESSION, over);

    signIn();

    assertRenewed(over);
  }

  /** He plants a session of his own, and waits for her to sign in on top of it. */
  @Test
  @Tag("attack-50")
  void a_thiefs_own_session_in_her_browser_is_not_hers_after_the_sign_in_and_is_over() {
    var mallory = platform.people().signedUp("mallory");
    var his = mallory.signIn().token();
    browser.plant(PlainBrowser.SESSION, his);

    signIn();

    assertThat(account(browser.session())).hasStatus(200).hasText("/email", erin.email());
    assertThat(account(his)).isRefused(401, "unauthorized");
  }

  @Test
  @Tag("attack-50")
  void what_a_browser_holds_before_the_code_opens_nothing_before_or_after() {
    erin.enrol(erin.signIn());
    signIn();
    assertThat(browser.session()).isEmpty();
    var challenge = browser.cookie(PlainBrowser.SESSION + "-challenge");
    assertThat(challenge).isNotEmpty();
    var forms = browser.cookie(FORMS);

    browser.submit(
        "/dashboard/sign-in/second-factor", Map.of("code", erin.authenticator().freshCode()));

    assertThat(account(browser.session())).hasStatus(200);
    assertThat(browser.session()).isNotEqualTo(challenge);
    assertThat(account(challenge.split("[.~]", -1)[0])).hasStatus(401);
    browser.open("/dashboard");
    assertThat(browser.cookie(FORMS)).isNotEqualTo(forms);
  }

  @Test
  @Tag("attack-50")
  void a_code_for_one_step_gives_the_browser_another_id_and_a_wrong_one_does_not() {
    erin.enrol(erin.signIn());
    signInWithCode();
    var before = browser.session();
    var key = Map.of("public_key", SshKeys.line("laptop"));

    var wrong = new HashMap<>(key);
    wrong.put("code", erin.authenticator().wrongCode());
    assertThat(browser.submit("/dashboard/ssh-keys/new", wrong)).hasStatus(422);
    assertThat(browser.session()).isEqualTo(before);

    var right = new HashMap<>(key);
    right.put("code", erin.authenticator().freshCode());
    assertThat(browser.submit("/dashboard/ssh-keys/new", right)).hasStatus(303);

    assertRenewed(before);
  }

  @Test
  @Tag("attack-50")
  void switching_two_factor_on_replacing_it_and_off_give_the_browser_another_id_each_time() {
    signIn();
    var atFirst = browser.session();
    enrolInTheBrowser(Map.of("password", erin.password()));
    assertRenewed(atFirst);

    var on = browser.session();
    var code = app.freshCode();
    enrolInTheBrowser(Map.of("password", erin.password(), "code", code));
    assertRenewed(on);

    var replaced = browser.session();
    var off = browser.submit("/dashboard/two-factor/disable", Map.of("password", erin.password()));
    assertThat(off).hasStatus(200);
    assertRenewed(replaced);
  }

  @Test
  @Tag("attack-50")
  void a_changed_password_gives_the_browser_another_id() {
    signIn();
    var before = browser.session();

    var next = Known.secret("quite other words than before");
    browser.submit(
        "/dashboard/password", Map.of("password", erin.password(), "new_password", next));

    assertRenewed(before);
  }

  private void enrolInTheBrowser(Map<String, String> proofs) {
    assertThat(browser.submit("/dashboard/two-factor/set-up", proofs)).hasStatus(303);
    var page = browser.open("/dashboard/two-factor/scan");
    var found = SECRET.matcher(page.body());
    assertThat(found.find()).as("a secret on the page").isTrue();
    app = new Authenticator(Known.secret(found.group(1)));
    var confirmed = browser.submit("/dashboard/two-factor/scan", Map.of("code", app.freshCode()));
    assertThat(confirmed).hasStatus(200);
  }

  private void assertRenewed(String before) {
    assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(account(before)).isRefused(401, "unauthorized");
    assertThat(account(browser.session())).hasStatus(200).hasText("/email", erin.email());
  }

  private void signIn() {
    var known = Map.of("email", erin.email(), "password", erin.password());
    assertThat(browser.submit("/dashboard/sign-in", known)).hasStatus(303);
  }

  private void signInWithCode() {
    signIn();
    browser.submit(
        "/dashboard/sign-in/second-factor", Map.of("code", erin.authenticator().freshCode()));
    assertThat(browser.session()).isNotEmpty();
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
