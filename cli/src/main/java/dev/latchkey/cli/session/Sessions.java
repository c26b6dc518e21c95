package dev.latchkey.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "sessions", description = "List where you are signed in with the password.")
public final class Sessions implements Callable<Integer> {

  static final String PATH = "/oauth/sessions";

  private final Invocation invocation;

  public Sessions(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var all = invocation.signedIn().list(PATH);
    invocation.screen().show(all, () -> tell(all));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode all) {
    var now = invocation.clock().instant();
    var table =
        Table.of("ID", "DESCRIPTION", "CLIENT", "IP", "LAST SEEN", "SINCE", "")
            .doingWithout("SINCE", "CLIENT");
    all.forEach(each ->
        table.row(
            each.path("id").asText(),
            each.path("description").asText(),
            each.path("client").asText(""),
            each.path("ip").asText(""),
            Moment.of(each.path("updated_at")).ago(now),
            Moment.of(each.path("created_at")).ago(now),
            each.path("current").asBoolean() ? "this one" : ""));
    invocation.screen().table(table, "No sessions.");
  }
}
