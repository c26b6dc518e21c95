package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "signup",
    description = {
      "Make an account: asks for your e-mail address and a password, and sends a mail.",
      "With the link of that mail you are signed in at once; `latch verify` takes it later."
    })
public final class SignUp implements Callable<Integer> {

  private final Invocation invocation;

  public SignUp(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var terminal = invocation.terminal();
    var screen = invocation.screen();
    screen.aside("Sign up at " + invocation.api().platform());
    var email = terminal.ask("E-mail: ");
    var made = signUp(email);
    screen.aside("A mail is on its way to " + Printable.of(email) + ".");
    var link = terminal.askSecretly("Paste the link in it, or press Enter to do that later: ");
    if (link.isBlank()) {
      screen.show(made.account(), () -> screen.line("Then: latch verify"));
      return ExitCode.OK.number();
    }
    var unused = Verification.of(invocation, link);
    var session = new SignIn(invocation).with(email, made.password());
    screen.show(
        session,
        () -> screen.line(screen.style().good("Signed up, and signed in as " + email + ".")));
    return ExitCode.OK.number();
  }

  private record Made(JsonNode account, String password) {
    @Override
    public String toString() {
      return "Made[]";
    }
  }

  /** Asks for a password until the platform takes it. */
  private Made signUp(String email) {
    while (true) {
      var password = NewPassword.ask(invocation.terminal(), invocation.screen());
      Answer answer =
          invocation
              .api()
              .send(Call.post("/users").json(Map.of("email", email, "password", password)));
      if (!answer.is("password_refused")) {
        return new Made(answer.orFail(), password);
      }
      invocation.screen().aside(Printable.of(answer.failure().sentence()));
    }
  }
}
