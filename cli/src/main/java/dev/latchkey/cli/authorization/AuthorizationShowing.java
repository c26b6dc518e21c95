package dev.latchkey.cli.authorization;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "authorizations:info",
    description = "Show one authorization, and when it was last used.")
public final class AuthorizationShowing implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of that.")
  private String id = "";

  public AuthorizationShowing(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var found = signedIn.ask(Call.get(AuthorizationPath.of(signedIn, id)));
    invocation.screen().show(found, () -> new AuthorizationView(invocation).one(found));
    return ExitCode.OK.number();
  }
}
