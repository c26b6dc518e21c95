package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The doors for a code that {@link SharedBudgetIT} leaves out: pages and requests that step up. */
@OnThePlatform
@Isolated
class GuessingIT {

  private static final int BUDGET = 10;
  private static final String SECOND_FACTOR = "/dashboard/sign-in/second-factor";

  private final Platform platform;
  private final Api api;

  GuessingIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  @Tag("attack-12")
  @Tag("attack-13")
  void pages_the_browser_login_and_every_step_up_count_on_the_one_budget() {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();
    erin.enrol(here);
    var account = UUID.fromString(erin.account(here));
    var browser = new PlainBrowser(api);
    atThePrompt(browser, erin);
    var login = approving();
    List<Function<String, Answer>> stepUps =
        List.of(
            code -> api.post(login).bearer(here.token()).code(code).sendPatiently(),
            code -> newRecoveryCodes(erin, here, code),
            code -> newPhone(erin, here, code));
    for (int guess = 1; guess <= BUDGET; guess++) {
      var wrong = erin.authenticator().wrongCode();
      if (guess % 2 == 0) {
        // Each of a challenge of its own, behind a right password: that forgets nothing.
        atThePrompt(browser, erin);
        assertThat(browser.submit(SECOND_FACTOR, Map.of("code", wrong))).hasStatus(422);
      } else {
        assertThat(stepUps.get(guess % stepUps.size()).apply(wrong)).isRefused(403, "two_factor");
      }
      assertThat(failures(account)).as("guess %d is counted", guess).isEqualTo(guess);
    }

    var right = erin.authenticator().freshCode();

    stepUps.forEach(door -> assertThat(door.apply(right)).isRefused(429, "rate_limit"));
    atThePrompt(browser, erin);
    browser.submit(SECOND_FACTOR, Map.of("code", right));
    assertThat(browser.session()).isEmpty();
    assertThat(failures(account)).isEqualTo(BUDGET);
    assertThat(api.get("/account").bearer(here.token()).send()).hasStatus(200);
  }

  private void atThePrompt(PlainBrowser browser, Person erin) {
    var answer =
        browser.submit(
            "/dashboard/sign-in", Map.of("email", erin.email(), "password", erin.password()));
    assertThat(answer).hasStatus(303);
    assertThat(browser.session()).isEmpty();
  }

  /** Where a command line's browser login is approved. */
  private String approving() {
    var login = api.post("/auth").json(Map.of("description", "command line")).sendPatiently();
    assertThat(login).hasStatus(201);
    var page = login.text("/browser_url");
    return "/auth/browser" + page.substring(page.lastIndexOf('/')) + "/actions/approve";
  }

  private Answer newRecoveryCodes(Person erin, SignedIn here, String code) {
    return api.post("/account/recovery-codes")
        .bearer(here.token())
        .password(erin.password())
        .code(code)
        .sendPatiently();
  }

  private Answer newPhone(Person erin, SignedIn here, String code) {
    return api.put(PhoneOwner.PATH)
        .bearer(here.token())
        .password(erin.password())
        .code(code)
        .json(Map.of("number", platform.phone("1301").number()))
        .sendPatiently();
  }

  /** Guesses that were looked at, as PostgreSQL counted them. */
  private long failures(UUID account) {
    var query = "select failures from totp_factor where account = ? and retired_by is null";
    return platform.postgres().number(Owner.MFA, query, account);
  }
}
