package dev.latchkey.cli.password;

import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.login.NewPassword;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "password",
    description = {
      "Change the password; asks for the old one and the new one.",
      "Every other place where you are signed in is signed out, and the API key is replaced."
    })
public final class PasswordChanging implements Callable<Integer> {

  private static final int TRIES = 3;

  private final Invocation invocation;

  public PasswordChanging(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var account = change(signedIn).orFail();
    var screen = invocation.screen();
    screen.show(
        account,
        () ->
            screen.line(
                screen.style().good("The password is changed.")
                    + " You are signed out everywhere else, and your API key is a new one."));
    if (signedIn.kept().kind() == Kind.LOGIN) {
      screen.aside("This sign-in, made in a browser, has ended as well: latch login");
    }
    return ExitCode.OK.number();
  }

  /** Asks again for whichever of the two the platform does not take. */
  private Answer change(SignedIn signedIn) {
    var terminal = invocation.terminal();
    var screen = invocation.screen();
    var old = terminal.askSecretly("Old password: ");
    var next = NewPassword.ask(terminal, screen);
    for (int i = 1; ; i++) {
      var answer =
          signedIn.answer(
              Call.patch("/account").json(Map.of("password", old, "new_password", next)));
      if (i == TRIES || !(answer.is("invalid_password") || answer.is("password_refused"))) {
        return answer;
      }
      screen.aside(Printable.of(answer.failure().sentence()));
      if (answer.is("invalid_password")) {
        old = terminal.askSecretly("Old password: ");
      } else {
        next = NewPassword.ask(terminal, screen);
      }
    }
  }
}
