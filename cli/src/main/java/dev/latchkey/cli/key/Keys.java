package dev.latchkey.cli.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "keys", description = "List the SSH keys that you use for Git.")
public final class Keys implements Callable<Integer> {

  static final String PATH = "/account/keys";

  private final Invocation invocation;

  public Keys(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var all = invocation.signedIn().list(PATH);
    invocation.screen().show(all, () -> tell(all));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode all) {
    var table = Table.of("FINGERPRINT", "TYPE", "COMMENT", "ADDED").doingWithout("TYPE", "ADDED");
    all.forEach(each ->
        table.row(
            each.path("fingerprint_sha256").asText(),
            each.path("public_key").asText().split(" ", 2)[0],
            each.path("comment").asText(""),
            Moment.of(each.path("created_at")).day()));
    invocation.screen().table(table, "No SSH keys. Add one: latch keys:add");
  }
}
