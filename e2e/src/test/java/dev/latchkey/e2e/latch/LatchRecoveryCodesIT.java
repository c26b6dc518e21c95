package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code latch 2fa:recovery-codes}. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatchRecoveryCodesIT {

  private final Platform platform;
  private final Person dave;
  private final Machine laptop;

  LatchRecoveryCodesIT(Platform platform) {
    this.platform = platform;
    dave = platform.people().signedUp("dave");
    laptop = Machine.at(platform);
  }

  /** With a code, a moment ago: none is asked for again. */
  @BeforeAll
  void dave_is_signed_in_with_a_code() {
    dave.enrol(dave.signIn("browser"));
    laptop.signInWithCode(dave);
  }

  @BeforeEach
  void the_screen_is_empty() {
    laptop.forgetScreen();
  }

  @Test
  void they_are_made_shown_and_looked_at_again() {
    withPassword("2fa:recovery-codes", "--regenerate").exits(0);
    withPassword("2fa:recovery-codes").exits(0);

    laptop.hasShown("2fa-recovery-codes");
  }

  @Test
  void into_a_file_that_is_new_and_for_its_owner_alone() throws IOException {
    withPassword("2fa:recovery-codes", "--regenerate", "--output", "codes.txt").exits(0);
    laptop.ends(8, "2fa:recovery-codes", "--regenerate", "-o", "codes.txt");
    Files.createSymbolicLink(laptop.file("link"), laptop.file("elsewhere"));
    laptop.ends(8, "2fa:recovery-codes", "-o", "link");

    laptop.hasShown("2fa-recovery-codes-to-a-file");
    var file = laptop.file("codes.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(laptop.file("elsewhere")).doesNotExist();
    var codes = Files.readAllLines(file);
    assertThat(codes).hasSize(11);
    assertThat(dave.signInWithCode(codes.getLast()).token()).isNotEmpty();
  }

  @Test
  void no_file_is_left_where_nothing_came_of_it() {
    try (var terminal = laptop.latch("2fa:recovery-codes", "-o", "nothing.txt")) {
      for (int i = 0; i < 3; i++) {
        terminal.expect("Password: ").enter("a wrong password number " + i);
      }
      terminal.exits(4);
    }

    laptop.hasShown("2fa-recovery-codes-refused");
    assertThat(laptop.file("nothing.txt")).doesNotExist();
  }

  @Test
  void without_two_factor_there_are_none() {
    var bob = platform.people().signedUp("bob");
    var other = Machine.at(platform).signIn(bob).forgetScreen();

    try (var terminal = other.latch("2fa:recovery-codes")) {
      terminal.expect("Password: ").enter(bob.password()).exits(7);
    }

    other.hasShown("2fa-recovery-codes-without-two-factor");
  }

  private Terminal withPassword(String... words) {
    return laptop.latch(words).expect("Password: ").enter(dave.password());
  }
}
