package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Answer;
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
    var said = end(kept);
    invocation.credentials().forget(kept);
    var screen = invocation.screen();
    screen.show(
        JsonNodeFactory.instance.objectNode().put("signed_out", true), () -> screen.line(said));
    return ExitCode.OK.number();
  }

  /** Already ended is as good; anything else is told, and the token is kept to try again. */
  private String end(Kept kept) {
    return switch (kept.kind()) {
      case SESSION -> ended(Call.delete("/oauth/sessions/~").bearer(kept.token()));
      case LOGIN -> revoked(kept);
      case BROUGHT -> "Signed out here. The token itself goes on working until it is revoked.";
    };
  }

  private String ended(Call ending) {
    Answer answer = invocation.api().send(ending);
    if (!answer.is("unauthorized")) {
      var unused = answer.orFail();
    }
    return "Signed out.";
  }

  /** The one whose token we have is listed in full, and no other. */
  private String revoked(Kept kept) {
    var list = invocation.api().send(Call.get("/oauth/authorizations").bearer(kept.token()));
    if (list.is("unauthorized")) {
      return "Signed out.";
    }
    return list.orFail()
        .valueStream()
        .filter(each -> each.path("access_token").path("token").asText().equals(kept.token()))
        .map(Logout::revoking)
        .map(call -> ended(call.bearer(kept.token())))
        .findFirst()
        .orElse("Signed out.");
  }

  private static Call revoking(JsonNode authorization) {
    return Call.delete("/oauth/authorizations/" + authorization.path("id").asText());
  }
}
