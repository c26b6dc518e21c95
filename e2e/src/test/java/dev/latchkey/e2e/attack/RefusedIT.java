package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Credentials that are alive, and not enough. */
@OnThePlatform
class RefusedIT {

  private final Platform platform;
  private final Api api;
  private Person erin;
  private SignedIn here;

  RefusedIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    erin = platform.people().stranger("erin");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void erin_is_signed_in() {
    erin = platform.people().signedUp("erin");
    here = erin.signIn();
  }

  @Test
  void a_token_that_may_read_can_not_mint_one_that_may_do_everything() {
    var reader = erin.authorize(here, "read");

    var answer =
        api.post("/oauth/authorizations")
            .bearer(reader)
            .body("{\"scope\":[\"global\"]}", "application/json")
            .sendPatiently();

    assertThat(answer).isRefused(403, "forbidden");
  }

  @Test
  @Tag("attack-33")
  void a_token_from_before_enabling_does_not_switch_two_factor_off() {
    var before = erin.authorize(here, "global");
    erin.enrol(here);

    var byToken =
        api.delete("/account/two-factor").bearer(before).password(erin.password()).sendPatiently();
    var byPatch =
        api.patch("/account")
            .bearer(before)
            .json(java.util.Map.of("password", erin.password(), "two_factor_authentication", false))
            .sendPatiently();

    assertThat(byToken).isRefused(403, "forbidden");
    assertThat(byPatch).isRefused(403, "forbidden");
    assertThat(api.get("/account/two-factor").bearer(here.token()).sendPatiently())
        .hasText("/enabled", "true");
  }

  @Test
  @Tag("attack-33")
  void the_old_api_key_does_not_switch_two_factor_off() {
    var oldKey = erin.apiKey(here);
    erin.enrol(here);

    var answer =
        api.delete("/account/two-factor").bearer(oldKey).password(erin.password()).sendPatiently();

    assertThat(answer).isRefused(401, "unauthorized");
  }

  @Test
  @Tag("attack-32")
  void the_session_that_enabled_it_needs_the_password_to_switch_it_off() {
    erin.enrol(here);

    var without = api.delete("/account/two-factor").bearer(here.token()).sendPatiently();
    var wrong =
        api.delete("/account/two-factor")
            .bearer(here.token())
            .password("some other words")
            .sendPatiently();

    assertThat(without).isRefused(403, "password_required");
    assertThat(wrong).isRefused(422, "invalid_password");
    erin.disable(here);
    assertThat(erin.signingIn().sendPatiently()).hasStatus(201);
  }

  @Test
  void a_challenge_from_before_a_cut_is_over() {
    erin.enrol(here);
    var challenge = erin.challenge();
    erin.disable(here);
    erin.enrol(here);

    var answer =
        api.post("/sessions").challenge(challenge).code(erin.authenticator().freshCode()).send();

    assertThat(answer).isRefused(401, "challenge_over");
  }

  @Test
  void a_token_is_nobody_elses() {
    var mallory = platform.people().signedUp("mallory");

    var answer = api.get("/account").basic(mallory.email(), here.token()).sendPatiently();

    assertThat(answer).isRefused(401, "unauthorized");
    assertThat(api.get("/account").basic(erin.email(), here.token()).sendPatiently())
        .hasStatus(200);
    assertThat(api.get("/account").basic("", here.token()).sendPatiently()).hasStatus(200);
  }

  @Test
  void an_unknown_address_and_a_wrong_password_look_the_same() {
    var unknown =
        api.post("/sessions")
            .basic("nobody@example.com", "some words that are wrong")
            .sendPatiently();
    var wrong =
        api.post("/sessions").basic(erin.email(), "some words that are wrong").sendPatiently();

    assertThat(wrong).isRefused(401, "unauthorized");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }
}
