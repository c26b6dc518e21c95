package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 46: whatever happens to an account, its owner has a mail of it, and only one. */
@OnThePlatform
class NoticesIT {

  /** So long nothing more may come. */
  private final Platform platform;

  private final Api api;
  private Person heidi;
  private SignedIn here;

  NoticesIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    heidi = platform.people().stranger("heidi");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void heidi_has_an_account_and_is_signed_in() {
    heidi = platform.people().signedUp("heidi");
    here = heidi.signIn("laptop");
  }

  @Test
  @Tag("attack-46")
  void switching_two_factor_on_and_off_is_one_mail_each() {
    heidi.enrol(here);
    var on = heidi.mailbox().mailAbout("Two-factor authentication is on");
    heidi.disable(here);
    var off = heidi.mailbox().mailAbout("WARNING: two-factor authentication is off");

    assertThat(on)
        .contains(
            "From address: ", "UTC", "IF THIS WASN'T YOU", "say that you forgot your password")
        .doesNotContain("token=", "lkse_", "lkak_");
    assertThat(off).contains("Your password alone now opens your account");
    quiet("Two-factor authentication is on", 1);
    quiet("WARNING: two-factor authentication is off", 1);
    // The new API key is a part of the change: no mail of its own.
    quiet("Your API key was replaced", 0);
  }

  @Test
  @Tag("attack-46")
  void a_changed_password_a_new_key_and_a_new_token_are_one_mail_each() {
    heidi.changePassword(here, "quite other words than before");
    heidi.authorize(here, "read");
    var regenerated =
        api.post("/oauth/authorizations/~/actions/regenerate-tokens")
            .bearer(here.token())
            .password(heidi.password())
            .send();
    assertThat(regenerated.ok()).isTrue();

    heidi.mailbox().mailAbout("Your password was changed");
    heidi.mailbox().mailAbout("A new authorization");
    heidi.mailbox().mailAbout("Your API key was replaced");
    quiet("Your password was changed", 1);
    quiet("A new authorization", 1);
    quiet("Your API key was replaced", 1);
  }

  @Test
  @Tag("attack-46")
  void a_right_password_with_wrong_codes_is_one_mail_an_hour() {
    heidi.enrol(here);
    for (int i = 0; i < 3; i++) {
      assertThat(heidi.signingIn().code(heidi.authenticator().wrongCode()).send())
          .isRefused(401, "invalid_two_factor_code");
    }

    var mail = heidi.mailbox().mailAbout("Your password was used with a wrong code");

    assertThat(mail).contains("They did not get in");
    quiet("Your password was used with a wrong code", 1);
  }

  @Test
  @Tag("attack-46")
  void a_sign_in_from_a_new_device_is_told_and_one_from_a_known_device_is_not() {
    heidi.enrol(here);
    var there = heidi.signInWithCode();
    heidi.mailbox().mailAbout("A sign-in from a new device");
    var before = heidi.mailbox().mailsAbout("A sign-in from a new device").size();

    var known =
        heidi.signingIn().device(there.device()).code(heidi.authenticator().freshCode()).send();

    assertThat(known).hasStatus(201);
    quiet("A sign-in from a new device", before);
  }

  @Test
  void a_closed_account_is_told_where_it_was() {
    assertThat(api.delete("/account").bearer(here.token()).password(heidi.password()).send())
        .hasStatus(200);

    assertThat(heidi.mailbox().mailAbout("Your account was closed")).contains("From address: ");
  }

  @Test
  void the_security_log_has_the_same_with_where_from_page_by_page() {
    heidi.enrol(here);
    heidi.mailbox().mailAbout("Two-factor authentication is on");

    var all = entries(log("id ..; max=200").json());
    var paged = new ArrayList<String>();
    var range = "id ..; max=2";
    for (int pages = 0; pages < 20 && !range.isEmpty(); pages++) {
      var page = log(range);
      assertThat(page.status()).isIn(200, 206);
      paged.addAll(entries(page.json()));
      range = page.header("Next-Range").orElse("");
    }

    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThan(4);
    assertThat(log("id ..; max=200").body()).contains("mfa_enabled", "\"ip\":\"127.0.0.1\"");
  }

  private Answer log(String range) {
    return api.get("/account/security-log")
        .bearer(here.token())
        .header("Range", range)
        .sendPatiently();
  }

  private static List<String> entries(JsonNode lines) {
    return lines.valueStream().map(line -> line.path("id").asText()).toList();
  }

  /** So many mails, now that none is on its way any more. */
  private void quiet(String subject, int mails) {
    Quiet.await(platform);
    assertThat(heidi.mailbox().mailsAbout(subject)).hasSize(mails);
  }
}
