package dev.latchkey.cli.login;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;

/** A password that somebody thinks up: typed twice, for nobody sees it. */
public final class NewPassword {

  private static final int TRIES = 3;

  private NewPassword() {}

  /** Asks until both are the same. */
  public static String ask(Terminal terminal, Screen screen) {
    for (int i = 0; i < TRIES; i++) {
      var typed = terminal.askSecretly("New password: ");
      if (typed.equals(terminal.askSecretly("The same again: "))) {
        return typed;
      }
      screen.aside("Those two are not the same.");
    }
    throw new Failure(ExitCode.USAGE, "latch_not_the_same", "Nothing was changed.");
  }
}
