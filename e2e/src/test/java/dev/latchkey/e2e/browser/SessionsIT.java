package dev.latchkey.e2e.browser;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where somebody is signed in, to see and to end. */
@InABrowser
class SessionsIT {

  private final Platform platform;
  private Person bob;

  SessionsIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void one_that_is_not_known_is_ended(Window window) {
    var unknown = bob.signIn("<img src=x onerror=alert(1)> at the library");
    window.signIn(bob).isOn("Account").follow("Sessions").isOn("Sessions");
    window.sees("<img src=x onerror=alert(1)> at the library").looksGood("list");

    window.follow("End <img src=x onerror=alert(1)> at the library");
    window.sees("It is signed out at once.").looksGood("end");
    assertThat(account(unknown)).hasStatus(200);
    window.press("End session").isOn("Sessions").sees("The session has ended.");

    assertThat(account(unknown)).isRefused(401, "unauthorized");
    window.seesNot("at the library");
  }

  @Test
  void all_others_are_ended_together(Window window, Window phone) {
    var elsewhere = bob.signIn("elsewhere");
    phone.signIn(bob).isOn("Account");
    window.signIn(bob).isOn("Account").goTo("/dashboard/sessions");

    window.follow("Sign out everywhere else").isOn("Sign out everywhere else?");
    window.looksGood("end-others").press("Sign out everywhere else");

    window.isOn("Signed out everywhere else").sees("2 sessions have ended:").sees("elsewhere");
    window.looksGood("others-ended");
    assertThat(account(elsewhere)).isRefused(401, "unauthorized");
    phone.follow("Latchkey").isOn("Sign in");
    window.follow("To the sessions").isOn("Sessions").sees("This browser");
  }

  private Answer account(SignedIn session) {
    return platform.api().get("/account").bearer(session.token()).send();
  }
}
