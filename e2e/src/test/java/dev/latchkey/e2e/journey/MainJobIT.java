package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.NotFoundException;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What the house is for: switch two-factor on, and every other way in is shut. */
@OnThePlatform
@Isolated
class MainJobIT {

  private final Platform platform;
  private final Api api;
  private Person erin;
  private SignedIn here;

  MainJobIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    erin = platform.people().stranger("erin");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void erin_has_an_account_and_is_signed_in() {
    erin = platform.people().signedUp("erin");
    here = erin.signIn("laptop");
  }

  @Test
  void nobody_signs_in_before_the_address_is_verified() {
    var frank = platform.people().stranger("frank").signUp();

    assertThat(frank.signingIn().send()).isRefused(403, "verification_needed");

    frank.verify();
    assertThat(frank.signingIn().send()).hasStatus(201);
  }

  @Test
  @Tag("attack-24")
  void once_confirmed_the_secret_is_nowhere_to_be_read() {
    var secret = erin.startEnrolment(here).text("/secret");

    var confirmed = erin.confirming(here).send();

    assertThat(confirmed).hasStatus(200).isNotStored();
    assertThat(confirmed.body()).doesNotContain(secret);
    for (var page : List.of("/account/two-factor", "/account", "/account/security-log")) {
      assertThat(api.get(page).bearer(here.token()).send().body()).doesNotContain(secret);
    }
  }

  @Test
  void the_qr_code_says_exactly_the_uri_and_the_secret_is_not_shown_again()
      throws IOException, NotFoundException {
    var enrolment = erin.startEnrolment(here);

    var picture = QrPicture.ofSvg(enrolment.text("/qr_svg"));
    assertThat(enrolment).isNotStored();
    assertThat(enrolment.text("/otpauth_uri"))
        .startsWith("otpauth://totp/")
        .contains("secret=" + enrolment.text("/secret"));
    assertThat(picture.readByZxing()).isEqualTo(enrolment.text("/otpauth_uri"));
    if (Shell.has("zbarimg")) {
      assertThat(picture.readByZbar(platform.scratch())).isEqualTo(enrolment.text("/otpauth_uri"));
    }
    assertThat(api.get("/account/two-factor").bearer(here.token()).send().body())
        .doesNotContain(enrolment.text("/secret"));
  }

  @Test
  void a_code_of_oathtool_is_accepted() {
    assumeTrue(Shell.has("oathtool"), "oathtool is not installed");
    var secret = erin.startEnrolment(here).text("/secret");
    var command = List.of("oathtool", "--totp", "-b", secret);
    var code = Shell.run(platform.root(), Map.of(), command, 10).output().strip();

    var answer = confirm(code);

    assertThat(answer).hasStatus(200).hasText("/two_factor_authentication", "true");
  }

  @Test
  @Tag("attack-22")
  void an_enrolment_that_is_not_confirmed_changes_nothing() {
    erin.startEnrolment(here);
    var confirmed = confirm(erin.authenticator().wrongCode());

    assertThat(confirmed).isRefused(422, "invalid_two_factor_code");
    assertThat(api.get("/account/two-factor").bearer(here.token()).send())
        .hasText("/enabled", "false")
        .hasText("/enrolment_pending", "true");
    assertThat(erin.signingIn().send()).hasStatus(201);
  }

  @Test
  void switching_two_factor_on_ends_every_other_way_in() {
    var there = erin.signIn("phone");
    var oldKey = erin.apiKey(here);
    var script = erin.authorize(here, "read");
    assertThat(addSshKey("laptop")).hasStatus(201);

    var receipt = erin.enrol(here);

    assertThat(receipt)
        .hasText("/cascade", "done")
        .hasText("/receipt/sessions_ended/0/id", there.id())
        .hasText("/receipt/sessions_ended/0/description", "phone")
        .hasText("/receipt/authorizations_remaining/0/description", "a script")
        .hasText("/receipt/ssh_keys_remaining", "1")
        .hasText("/receipt/api_key_changed", "true");
    assertThat(receipt.text("/receipt/sessions_ended/0/ip")).isNotEmpty();
    assertThat(receipt.json().at("/receipt/sessions_ended")).hasSize(1);
    assertThat(account(there.token())).isRefused(401, "unauthorized");
    assertThat(account(oldKey)).isRefused(401, "unauthorized");
    assertThat(account(here.token())).hasText("/two_factor_authentication", "true");
    assertThat(account(erin.apiKey(here))).hasStatus(200);
    assertThat(account(script)).hasStatus(200);
    assertThat(api.get("/account/keys").bearer(here.token()).send())
        .hasStatus(200)
        .hasText("/0/comment", "laptop");
  }

  @Test
  void the_api_key_is_shown_in_full_only_beside_the_password() {
    var full = erin.apiKey(here);

    var shown = api.get("/oauth/authorizations/~").bearer(here.token()).send();

    assertThat(shown).hasStatus(200);
    assertThat(shown.text("/access_token/token")).contains("**********").isNotEqualTo(full);
    assertThat(shown.body()).doesNotContain(full);
  }

  @Test
  void a_sign_in_then_asks_for_a_code_and_takes_it_once() {
    erin.enrol(here);

    var asked = erin.signingIn().send();
    var wrong = answer(asked.text("/challenge/id"), erin.authenticator().wrongCode());
    var code = erin.authenticator().freshCode();
    var right = answer(asked.text("/challenge/id"), code);
    var again = erin.signingIn().code(code).send();

    assertThat(asked).isRefused(403, "two_factor").hasText("/challenge/methods/0", "totp");
    assertThat(asked.header(Headers.TWO_FACTOR_REQUIRED)).contains("true");
    assertThat(wrong).isRefused(401, "invalid_two_factor_code");
    assertThat(right).hasStatus(201).isNotStored();
    assertThat(account(right.text("/token"))).hasStatus(200);
    assertThat(again).isRefused(401, "invalid_two_factor_code");
    assertThat(again.body()).isEqualTo(wrong.body());
  }

  @Test
  @Tag("attack-5")
  void the_code_of_the_confirmation_does_not_sign_in() {
    erin.startEnrolment(here);
    var code = erin.authenticator().freshCode();
    assertThat(confirm(code)).hasStatus(200);

    assertThat(erin.signingIn().code(code).send()).isRefused(401, "invalid_two_factor_code");
  }

  @Test
  void the_owner_is_told_by_the_security_log() {
    erin.enrol(here);

    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(api.get("/account/security-log").bearer(here.token()).send().body())
                .contains("mfa_enabled", "sessions_revoked", "api_key_rotated"));
  }

  private dev.latchkey.e2e.http.Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private dev.latchkey.e2e.http.Answer confirm(String code) {
    return api.post("/account/two-factor/actions/confirm")
        .bearer(here.token())
        .json(Map.of("code", code))
        .send();
  }

  private dev.latchkey.e2e.http.Answer answer(String challenge, String code) {
    return api.post("/sessions").challenge(challenge).code(code).send();
  }

  private dev.latchkey.e2e.http.Answer addSshKey(String comment) {
    return api.post("/account/keys")
        .bearer(here.token())
        .json(Map.of("public_key", SshKeys.line(comment)))
        .send();
  }
}
