package dev.latchkey.cli.authorization;

import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "authorizations:rotate",
    description =
        "Give an authorization a new token, shown this once; the old one is dead at once.")
public final class AuthorizationRotating implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of that.")
  private String id = "";

  public AuthorizationRotating(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var path = AuthorizationPath.of(signedIn, id);
    boolean ours = isOurs(signedIn.kept(), path);
    var rotated = signedIn.ask(Call.post(path + "/actions/regenerate-tokens"));
    var screen = invocation.screen();
    screen.show(rotated, () -> new AuthorizationView(invocation).one(rotated));
    screen.aside("Copy the token now: it is not shown again.");
    if (ours) {
      screen.aside(
          "It is the one that you are signed in with here: sign in again, with the new token.");
    }
    return ExitCode.OK.number();
  }

  /** The platform shows in full the one that was presented, and no other. */
  private boolean isOurs(Kept kept, String path) {
    return kept.kind() != Kept.Kind.SESSION
        && invocation
            .signedIn()
            .ask(Call.get(path))
            .path("access_token")
            .path("token")
            .asText()
            .equals(kept.token());
  }
}
