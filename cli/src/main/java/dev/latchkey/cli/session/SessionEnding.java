package dev.latchkey.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Named;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.platform.Spoken;
import dev.latchkey.cli.terminal.Printable;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sessions:end",
    description = "Sign out somewhere else: one session, or all but this one.",
    footerHeading = "%nExamples:%n",
    footer = {"  latch sessions:end 3f2a91bc", "  latch sessions:end --others"})
public final class SessionEnding implements Callable<Integer> {

  private final Invocation invocation;

  @ArgGroup(multiplicity = "1")
  private @Nullable Which which;

  public SessionEnding(Invocation invocation) {
    this.invocation = invocation;
  }

  static final class Which {
    @Parameters(paramLabel = "ID", description = "Its id, or the beginning of that.")
    private String id = "";

    @Option(names = "--others", description = "All but this one.")
    private boolean others;
  }

  @Override
  public Integer call() {
    return which == null || which.others ? others() : one(which.id);
  }

  private int one(String typed) {
    var signedIn = invocation.signedIn();
    var id = Named.id(signedIn, Sessions.PATH, "session", typed, List.of());
    var ended = signedIn.ask(Call.delete(Sessions.PATH + "/" + id));
    var screen = invocation.screen();
    screen.show(
        ended,
        () ->
            screen.line(
                "Ended: " + Printable.of(ended.path("description").asText("the session")) + "."));
    return ExitCode.OK.number();
  }

  private int others() {
    var ended = invocation.signedIn().ask(Call.delete(Sessions.PATH));
    invocation.screen().show(ended, () -> tell(ended));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode ended) {
    var screen = invocation.screen();
    screen.line(
        ended.isEmpty()
            ? "You are signed in nowhere else."
            : "Ended " + Spoken.counted(ended.size(), "session") + ":");
    ended.forEach(each -> screen.line("  - " + Printable.of(each.path("description").asText())));
  }
}
