package dev.latchkey.cli.authorization;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "authorizations:update",
    description = "Describe an authorization in other words.",
    footerHeading = "%nExamples:%n",
    footer = "  latch authorizations:update 3f2a91bc -d \"Codespaces of the team\"")
public final class AuthorizationUpdating implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "Its id, or the beginning of that.")
  private String id = "";

  @Option(
      names = {"-d", "--description"},
      paramLabel = "TEXT",
      required = true,
      description = "What it is for, as lists show it.")
  private String description = "";

  public AuthorizationUpdating(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var changed =
        signedIn.ask(
            Call.patch(AuthorizationPath.of(signedIn, id))
                .json(Map.of("description", description)));
    invocation.screen().show(changed, () -> new AuthorizationView(invocation).one(changed));
    return ExitCode.OK.number();
  }
}
