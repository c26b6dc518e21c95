package dev.latchkey.e2e.latch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import org.junit.jupiter.api.Test;

/** {@code latch keys}. */
@OnThePlatform
class LatchKeysIT {

  private final Platform platform;

  LatchKeysIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void keys_are_added_listed_and_removed() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();
    laptop.runs("keys");
    laptop.ends(2, "keys:add");
    laptop.write(".ssh/id_ed25519.pub", SshKeys.line("bob@laptop") + "\n");
    laptop.write("work.pub", SshKeys.line("bob@work") + "\n");

    laptop.runs("keys:add");
    laptop.runs("keys", "add", "work.pub");
    laptop.ends(1, "keys:add", "work.pub");
    laptop.runs("keys");
    laptop.runs("keys:remove", "bob@work");
    laptop.runs("keys:remove", laptop.json("keys").path(0).path("fingerprint_sha256").asText());
    laptop.ends(7, "keys:remove", "bob@work");

    laptop.hasShown("keys");
    assertThat(laptop.json("keys")).isEmpty();
  }

  @Test
  void a_private_key_and_what_is_no_key_at_all_stay_here() {
    assumeTrue(Shell.has("ssh-keygen"), "ssh-keygen is not installed");
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();
    laptop.sh("ssh-keygen -q -t ed25519 -N '' -f private").exits(0);
    laptop.forgetScreen();

    laptop.write("notes.txt", "buy milk\n");

    laptop.ends(2, "keys:add", "private");
    laptop.ends(2, "keys:add", "notes.txt");
    laptop.ends(2, "keys:add", "nowhere.pub");

    laptop.hasShown("keys-refused");
  }
}
