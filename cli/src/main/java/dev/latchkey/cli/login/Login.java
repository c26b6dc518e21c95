package dev.latchkey.cli.login;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "login",
    description = "Sign in.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch login",
      "  latch login --browser",
      "  latch login --token-stdin < token.txt",
      "",
      "With two-factor on a code is asked for: of the app, one of your recovery codes, or",
      "`sms` to get one by SMS."
    })
public final class Login implements Callable<Integer> {

  private final Invocation invocation;

  @ArgGroup private @Nullable Way way;

  public Login(Invocation invocation) {
    this.invocation = invocation;
  }

  static final class Way {
    @Option(names = "--browser", description = "Sign in on a web page, where you may be already.")
    private boolean browser;

    @Option(
        names = "--token-stdin",
        description = "Use a token made before, read from standard input.")
    private boolean token;
  }

  @Override
  public Integer call() {
    if (invocation.tokenFromEnvironment()) {
      throw new Failure(
          ExitCode.USAGE,
          "latch_token_set",
          "LATCHKEY_TOKEN is set and would be used in place of this sign-in. Unset it first.");
    }
    if (way != null && way.browser) {
      return new BrowserSignIn(invocation).run();
    }
    if (way != null && way.token) {
      return new TokenSignIn(invocation).run();
    }
    return withPassword();
  }

  private int withPassword() {
    var terminal = invocation.terminal();
    // Where to is known before a password is typed.
    invocation.screen().aside("Sign in to " + invocation.api().platform());
    var email = terminal.ask("E-mail: ");
    var password = terminal.askSecretly("Password: ");
    var session = new SignIn(invocation).with(email, password);
    var screen = invocation.screen();
    screen.show(session, () -> screen.line(screen.style().good("Signed in as " + email + ".")));
    return ExitCode.OK.number();
  }
}
