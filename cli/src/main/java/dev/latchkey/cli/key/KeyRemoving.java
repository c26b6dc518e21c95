package dev.latchkey.cli.key;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Named;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "keys:remove",
    description = "Remove an SSH key: it opens nothing any more.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch keys:remove SHA256:9Jk…", "  latch keys:remove me@laptop"})
public final class KeyRemoving implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "KEY",
      description = "Its fingerprint, its comment, its id, or the beginning of that.")
  private String key = "";

  public KeyRemoving(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    var names = List.of("fingerprint", "fingerprint_sha256", "comment");
    var id = Named.id(signedIn, Keys.PATH, "SSH key", key, names);
    var removed = signedIn.ask(Call.delete(Keys.PATH + "/" + id));
    var screen = invocation.screen();
    screen.show(
        removed,
        () -> screen.line("Removed: " + Printable.of(removed.path("fingerprint_sha256").asText())));
    return ExitCode.OK.number();
  }
}
