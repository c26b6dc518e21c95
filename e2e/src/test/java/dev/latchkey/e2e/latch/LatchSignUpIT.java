package dev.latchkey.e2e.latch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** {@code latch signup} and {@code latch verify}. */
@OnThePlatform
class LatchSignUpIT {

  private final Platform platform;

  LatchSignUpIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void the_link_of_the_mail_signs_in_at_once() {
    var nora = platform.people().stranger("nora");
    var laptop = Machine.at(platform);

    try (var terminal = laptop.latch("signup")) {
      terminal
          .expect("E-mail: ")
          .enter(nora.email())
          .expect("New password: ")
          .enter(nora.password())
          .expect("The same again: ")
          .enter(nora.password())
          .expect("Paste the link in it")
          .enter(link(nora.mailbox().linkToken()))
          .exits(0);
    }

    laptop.runs("whoami");
    laptop.hasShown("signup");
    assertThat(laptop.kept().path("kind").asText()).isEqualTo("session");
  }

  @Test
  void a_password_that_is_not_taken_is_asked_again_and_the_link_may_come_later() {
    var nora = platform.people().stranger("nora");
    var laptop = Machine.at(platform);

    try (var terminal = laptop.latch("signup")) {
      terminal
          .expect("E-mail: ")
          .enter(nora.email())
          .expect("New password: ")
          .enter("password1")
          .expect("The same again: ")
          .enter("password1")
          .expect("New password: ")
          .enter(nora.password())
          .expect("The same again: ")
          .enter("not the same")
          .expect("New password: ")
          .enter(nora.password())
          .expect("The same again: ")
          .enter(nora.password())
          .expect("Paste the link in it")
          .enter("")
          .exits(0);
    }
    laptop.login(nora, nora.password()).exits(1);
    try (var terminal = laptop.latch("verify")) {
      terminal.expect("Link in the mail: ").enter(nora.mailbox().linkToken()).exits(0);
    }
    laptop.signIn(nora);

    laptop.hasShown("signup-and-verify-later");
  }

  @Test
  void a_link_that_is_none_is_refused_and_the_account_waits_for_the_right_one() {
    var nora = platform.people().stranger("nora").signUp();
    var laptop = Machine.at(platform);

    try (var terminal = laptop.latch("verify")) {
      terminal.expect("Link in the mail: ").enter("https://example.com/?token=nonsense").exits(1);
    }
    try (var terminal = laptop.latch("verify")) {
      terminal.expect("Link in the mail: ").enter(link(nora.mailbox().linkToken())).exits(0);
    }

    laptop.hasShown("verify");
  }

  /** As the mail has it, from another host: only the token counts. */
  private static String link(String token) {
    return "https://elsewhere.example/verify?token=" + Known.secret(token);
  }
}
