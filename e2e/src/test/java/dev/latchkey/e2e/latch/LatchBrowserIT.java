package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code latch login --browser}: somebody who is signed in elsewhere decides, latch waits. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatchBrowserIT {

  private static final Pattern PAGE = Pattern.compile("http://\\S+?/dashboard/cli/([\\w-]+)");
  private static final Pattern CODE = Pattern.compile("code: (\\S+)");

  private final Platform platform;
  private final Api api;
  private final Person alice;
  private final SignedIn browser;

  LatchBrowserIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    alice = platform.people().signedUp("alice");
    browser = alice.signIn("browser");
    alice.enrol(browser);
  }

  @Test
  void approved_it_is_signed_in_until_it_is_signed_out() {
    var laptop = laptop();

    try (var terminal = laptop.latch("login", "--browser")) {
      var login = login(terminal);
      await().until(() -> laptop.has("opened", platform.url() + "/dashboard/cli/" + login));
      assertThat(api.get("/auth/browser/" + login).bearer(browser.token()).send())
          .hasText("/code", found(CODE, terminal))
          .hasText("/description", "latch on laptop");
      assertThat(decide(login, "approve")).hasStatus(200);
      terminal.expect("Signed in as").exits(0);
    }
    var token = laptop.token();
    laptop.runs("whoami");
    laptop.runs("logout");

    laptop.hasShown("login-in-a-browser");
    assertThat(api.get("/account").bearer(token).send()).isRefused(401, "unauthorized");
    assertThat(api.get("/account").bearer(browser.token()).send()).hasStatus(200);
  }

  @Test
  void denied_it_says_so() {
    var laptop = laptop();

    try (var terminal = laptop.latch("login", "--browser")) {
      assertThat(decide(login(terminal), "deny")).hasStatus(200);
      terminal.exits(1);
    }

    laptop.hasShown("login-in-a-browser-denied");
    assertThat(laptop.credentials()).doesNotExist();
  }

  /** The program that opens pages on a desktop notes them here. */
  private Machine laptop() {
    var laptop = Machine.at(platform);
    laptop.program("xdg-open", "#!/bin/sh\necho \"$1\" >>\"$HOME/opened\"\n");
    return laptop;
  }

  private static String login(Terminal terminal) {
    terminal.expect("code: ").expect("\n");
    return found(PAGE, terminal);
  }

  private Answer decide(String login, String decision) {
    return api.post("/auth/browser/" + login + "/actions/" + decision)
        .bearer(browser.token())
        .send();
  }

  private static String found(Pattern pattern, Terminal terminal) {
    var found = pattern.matcher(terminal.screen());
    assertThat(found.find()).as(terminal.screen()).isTrue();
    return found.group(1);
  }
}
