package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that somebody writes: registered, changed, removed. */
@InABrowser
class OAuthClientsIT {

  private final Platform platform;
  private Person bob;

  OAuthClientsIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_is_signed_up() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void one_that_keeps_a_secret_is_registered_changed_and_deleted(Window window) {
    window.signIn(bob).isOn("Account").goTo("/dashboard/applications/clients");
    window.isOn("OAuth clients").looksGood("none").follow("Register client").looksGood("new");

    window.type("Name", "Bob's board").type("Redirect address", "http://board.example/back");
    window.press("Register client").isToldAt("Redirect address", "Must be an https address");
    assertThat(window.field("Name")).hasValue("Bob's board");
    window.type("Redirect address", "https://board.example/back").press("Register client");

    window.isOn("Client registered").looksGood("registered");
    var secret = secret(window);
    window.follow("To the client").isOn("Bob's board").looksGood("details");
    assertThat(window.page().content()).doesNotContain(secret);
    window
        .type("Name", "Bob's boards")
        .press("Save")
        .isOn("Bob's boards")
        .sees("changes are saved");

    window.follow("Replace secret").looksGood("replace").press("Replace secret");
    window.isOn("New client secret");
    assertThat(secret(window)).isNotEqualTo(secret);
    window
        .follow("To the client")
        .follow("Delete")
        .isOn("Delete “Bob's boards”?")
        .looksGood("delete");
    window.press("Delete").isOn("OAuth clients").sees("The client was deleted.");
  }

  @Test
  void one_on_peoples_devices_gets_no_secret(Window window) {
    window.signIn(bob).isOn("Account").goTo("/dashboard/applications/clients/new");

    window.type("Name", "Pocket board").type("Redirect address", "http://localhost:4711/back");
    window.choose("On people’s devices: a phone, a browser, a desktop").press("Register client");

    window.isOn("Client registered").sees("It has no secret").looksGood("public");
  }

  private static String secret(Window window) {
    return Known.secret(window.page().locator("#client-secret").innerText().strip());
  }
}
