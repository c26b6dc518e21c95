package dev.latchkey.e2e.browser;

import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** Scripts are a comfort: whoever allows none gets everywhere. */
@InABrowser
class WithoutScriptsIT {

  private final Platform platform;

  WithoutScriptsIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void in_with_password_and_code_and_out_again(@WithoutScripts Window window) {
    var alice = platform.people().signedUp("alice");
    alice.enrol(alice.signIn("laptop"));

    window.goTo("/").enter(alice).isOn("Two-factor authentication");
    window.type("Code from your app", alice.authenticator().freshCode()).press("Continue");

    window.isOn("Account").press("Sign out").isOn("Sign in");
  }
}
