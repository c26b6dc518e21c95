package dev.latchkey.cli.apikey;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "api-key",
    description = "Show your API key; asks for the password.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch api-key", "  latch api-key --regenerate"})
public final class ApiKey implements Callable<Integer> {

  private static final String PATH = "/oauth/authorizations/~";

  private final Invocation invocation;

  @Option(
      names = "--regenerate",
      description = "Make a new one; the old one, and what was made with it, is dead at once.")
  private boolean regenerate;

  public ApiKey(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var call = regenerate ? Call.post(PATH + "/actions/regenerate-tokens") : Call.get(PATH);
    var key = invocation.signedIn().askWithPassword(call);
    var screen = invocation.screen();
    screen.show(
        key, () -> screen.line(Printable.of(key.path("access_token").path("token").asText())));
    return ExitCode.OK.number();
  }
}
