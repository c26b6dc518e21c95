package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** {@code latch password} and {@code password:reset}. */
@OnThePlatform
class LatchPasswordIT {

  private static final String NEXT = "nineteen patient green umbrellas";

  private final Platform platform;
  private final Api api;

  LatchPasswordIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void it_is_changed_and_other_places_are_signed_out() {
    var bob = platform.people().signedUp("bob");
    var phone = bob.signIn("phone");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();
    var next = Known.secret(NEXT + " " + bob.email().hashCode());

    try (var terminal = laptop.latch("password")) {
      terminal
          .expect("Old password: ")
          .enter("not " + bob.password())
          .expect("New password: ")
          .enter(next)
          .expect("The same again: ")
          .enter(next)
          .expect("Old password: ")
          .enter(bob.password())
          .exits(0);
    }

    laptop.hasShown("password");
    assertThat(account(phone.token())).isRefused(401, "unauthorized");
    assertThat(account(laptop.token())).hasStatus(200);
    assertThat(api.post("/sessions").basic(bob.email(), next).send()).hasStatus(201);
  }

  @Test
  void a_forgotten_one_is_set_anew_by_mail_and_nobody_is_signed_in() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();
    var next = Known.secret(NEXT + " " + bob.email().hashCode());
    var before = bob.mailbox().linkTokens();

    try (var terminal = laptop.latch("password", "reset")) {
      terminal.expect("E-mail: ").enter(bob.email()).expect("Paste the link in it: ");
      terminal
          .enter(Known.secret(bob.mailbox().linkTokenBeside(before)))
          .expect("New password: ")
          .enter("password1")
          .expect("The same again: ")
          .enter("password1")
          .expect("New password: ")
          .enter(next)
          .expect("The same again: ")
          .enter(next)
          .exits(0);
    }
    laptop.ends(3, "whoami");

    laptop.hasShown("password-reset");
    assertThat(api.post("/sessions").basic(bob.email(), next).send()).hasStatus(201);
  }

  @Test
  void what_is_no_link_sets_nothing() {
    var laptop = Machine.at(platform);

    for (var link : new String[] {"https://example.com/reset", "../../account?token=x/y"}) {
      try (var terminal = laptop.latch("password:reset")) {
        terminal.expect("E-mail: ").enter(platform.people().stranger("nobody").email());
        terminal.expect("Paste the link in it: ").enter(link).exits(2);
      }
    }

    laptop.hasShown("password-reset-without-a-link");
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
