package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.Platform;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API key and the keys of Git over SSH. */
@InABrowser
class KeysIT {

  private static final String PRIVATE =
      "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----";

  private final Platform platform;
  private Person bob;

  KeysIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void the_api_key_is_shown_beside_the_password_and_replaced(Window window) {
    window.signIn(bob).isOn("Account").follow("API key").isOn("API key").looksGood("overview");
    window.type("Your password", "not this one").press("Show key");
    window.isToldAt("Your password", "That is not your password.").looksGood("wrong-password");

    window.type("Your password", bob.password()).press("Show key").sees("Keep it to yourself");
    window.looksGood("in-full");
    var old = key(window);
    assertThat(account(old)).isEqualTo(200);
    window.follow("Done");
    assertThat(window.page().content()).doesNotContain(old);

    window.follow("Replace key").isOn("Replace your API key?").looksGood("replace");
    window.type("Your password", bob.password()).press("Replace key").isOn("New API key");
    assertThat(account(old)).isEqualTo(401);
    assertThat(account(key(window))).isEqualTo(200);
  }

  @Test
  void an_ssh_key_is_added_and_removed_and_a_private_one_refused(Window window) {
    var line = SshKeys.line("bob's laptop");
    window.signIn(bob).isOn("Account").follow("SSH keys").isOn("SSH keys").looksGood("none");
    window.follow("Add SSH key").looksGood("new");

    window.type("Public key", PRIVATE).press("Add SSH key");
    window.isToldAt("Public key", "This is a private key").looksGood("private");
    assertThat(window.field("Public key")).not().hasValue(Pattern.compile("PRIVATE"));
    window.type("Public key", "ssh-rsa nonsense").press("Add SSH key");
    window.isToldAt("Public key", "not a valid ssh-rsa key");
    assertThat(window.field("Public key")).hasValue("ssh-rsa nonsense");

    window.type("Public key", line).press("Add SSH key");
    window.sees("The key is added.").sees("bob's laptop").looksGood("added");

    window.follow("Remove bob's laptop").isOn("Remove “bob's laptop”?").looksGood("remove");
    window.press("Remove").sees("The key is removed.").sees("There are no SSH keys.");
  }

  private static String key(Window window) {
    return Known.secret(window.page().locator("#key").innerText().strip());
  }

  private int account(String token) {
    return platform.api().get("/account").bearer(token).send().status();
  }
}
