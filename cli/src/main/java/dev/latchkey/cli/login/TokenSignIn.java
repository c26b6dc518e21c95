package dev.latchkey.cli.login;

import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;

/** A token that was made before takes the place of a sign-in. */
final class TokenSignIn {

  private final Invocation invocation;

  TokenSignIn(Invocation invocation) {
    this.invocation = invocation;
  }

  int run() {
    var terminal = invocation.terminal();
    // Somebody who types or pastes it at a terminal does not want it to be read there.
    var token = terminal.attended() ? terminal.askSecretly("Token: ").strip() : terminal.piped();
    var answer = invocation.api().send(Call.get("/account").bearer(checked(token)));
    if (answer.is("unauthorized")) {
      throw new Failure(
          ExitCode.SIGNED_OUT, "unauthorized", "That token is not valid here, or not any more.");
    }
    var account = answer.orFail();
    var email = account.path("email").asText();
    new Keeping(invocation)
        .keep(new Kept(invocation.api().platform(), email, Kind.BROUGHT, token, null));
    var screen = invocation.screen();
    screen.show(
        account, () -> screen.line("Signed in as " + Printable.of(email) + ", with that token."));
    return ExitCode.OK.number();
  }

  /** A password by mistake would be sent as a token and might be logged on the way. */
  private static String checked(String token) {
    if (token.matches("lk(at|ak|se)_[0-9A-Za-z]{20,100}")) {
      return token;
    }
    throw new Failure(ExitCode.USAGE, "latch_no_token", "That is no token (lkat_…).");
  }
}
