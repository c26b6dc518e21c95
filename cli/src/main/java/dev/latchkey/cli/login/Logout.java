package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "logout",
    description = {
      "Sign out: ends the sign-in on the platform, and forgets it here.",
      "A token that was brought along (--token-stdin) is forgotten and goes on working elsewhere."
    })
public final class Logout implements Callable<Integer> {

  private final Invocation invocation;

  public Logout(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (invocation.tokenFromEnvironment()) {
      throw new Failure(
          ExitCode.USAGE,
          "latch_token_set",
          "LATCHKEY_TOKEN is what signs you in here. Unset it to sign out.");
    }
    var kept = invocation.signedIn().kept();
    // What cannot be ended is told of, and stays kept to try again.
    new Keeping(invocation).end(kept);
    invocation.credentials().forget(kept);
    var screen = invocation.screen();
    screen.show(
        JsonNodeFactory.instance.objectNode().put("signed_out", true),
        () -> screen.line(said(kept.kind())));
    return ExitCode.OK.number();
  }

  private static String said(Kind kind) {
    return kind == Kind.BROUGHT
        ? "Signed out here. The token itself goes on working until it is revoked."
        : "Signed out.";
  }
}
