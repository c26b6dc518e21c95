package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "logout",
    description = {
      "Sign out: ends the sign-in on the platform, and forgets it here.",
      "A token that was brought along (--token-stdin) is forgotten and goes on working elsewhere."
    })
public final class Logout implements Callable<Integer> {

  private static final String AUTHORIZATIONS = "/oauth/authorizations";

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
    var signedIn = invocation.signedIn();
    var kept = signedIn.kept();
    end(signedIn);
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

  /** Already ended is as good; anything else is told, and the token is kept to try again. */
  private static void end(SignedIn signedIn) {
    try {
      switch (signedIn.kept().kind()) {
        case SESSION -> delete(signedIn, "/oauth/sessions/~");
        case LOGIN -> delete(signedIn, AUTHORIZATIONS + "/" + authorization(signedIn));
        case BROUGHT -> {}
      }
    } catch (Failure failure) {
      if (failure.code() != ExitCode.SIGNED_OUT) {
        throw failure;
      }
    }
  }

  private static void delete(SignedIn signedIn, String path) {
    var unused = signedIn.ask(Call.delete(path));
  }

  /** The one whose token we have is listed in full, and no other. */
  private static String authorization(SignedIn signedIn) {
    return signedIn
        .list(AUTHORIZATIONS)
        .valueStream()
        .filter(each ->
            each.path("access_token").path("token").asText().equals(signedIn.kept().token()))
        .map(each -> each.path("id").asText())
        .findFirst()
        .orElseThrow(Logout::unlisted);
  }

  private static Failure unlisted() {
    return new Failure(
        ExitCode.NOT_FOUND,
        "latch_unlisted",
        "This sign-in is not in the platform's list, and was not ended. Look for it with: latch authorizations");
  }
}
