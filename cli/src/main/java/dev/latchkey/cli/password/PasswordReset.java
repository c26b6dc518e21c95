package dev.latchkey.cli.password;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.login.MailLink;
import dev.latchkey.cli.login.NewPassword;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "password:reset",
    description = {
      "Set a new password when the old one is forgotten, with a link that comes by mail.",
      "It ends everything that has access, authorizations too, and signs nobody in.",
      "It does not help when the two-factor device is lost: see `latch login --help`."
    })
public final class PasswordReset implements Callable<Integer> {

  private final Invocation invocation;

  public PasswordReset(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var terminal = invocation.terminal();
    var screen = invocation.screen();
    var email = terminal.ask("E-mail: ");
    var unused =
        invocation.api().send(Call.post("/password-resets").json(Map.of("email", email))).orFail();
    screen.aside("If there is an account, a mail is on its way. Its link works once, for an hour.");
    var token = link(terminal.askSecretly("Paste the link in it: "));
    while (true) {
      var password = NewPassword.ask(terminal, screen);
      Answer answer = invocation.api().send(finalizing(token, password));
      if (!answer.is("password_refused")) {
        var done = answer.orFail();
        screen.show(done, () -> screen.line("The password is set. Sign in with: latch login"));
        return ExitCode.OK.number();
      }
      screen.aside(Printable.of(answer.failure().sentence()));
    }
  }

  private static Call finalizing(String token, String password) {
    return Call.post("/password-resets/" + token + "/actions/finalize")
        .json(Map.of("password", password, "password_confirmation", password));
  }

  /** It goes into a path: nothing but what a token is made of. */
  private static String link(String typed) {
    var token = MailLink.token(typed);
    if (token.matches("[0-9A-Za-z_]{1,200}")) {
      return token;
    }
    throw new Failure(ExitCode.USAGE, "latch_no_link", "That is not the link of the mail.");
  }
}
