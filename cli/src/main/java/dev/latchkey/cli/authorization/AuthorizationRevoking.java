package dev.latchkey.cli.authorization;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "authorizations:revoke",
    description = "End an authorization: its token is dead at once.")
public final class AuthorizationRevoking implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of that.")
  private String id = "";

  public AuthorizationRevoking(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var revoked = signedIn.ask(Call.delete(AuthorizationPath.of(signedIn, id)));
    var screen = invocation.screen();
    screen.show(
        revoked,
        () -> screen.line("Revoked: " + Printable.of(revoked.path("description").asText()) + "."));
    return ExitCode.OK.number();
  }
}
