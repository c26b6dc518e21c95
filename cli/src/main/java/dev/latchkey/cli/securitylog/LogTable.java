package dev.latchkey.cli.securitylog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;

/** Lines of a security log for people, in the order in which they come. */
public final class LogTable {

  private LogTable() {}

  public static Table of(JsonNode lines) {
    var table = Table.of("TIME", "WHAT", "IP", "CLIENT").doingWithout("CLIENT");
    lines.forEach(each ->
        table.row(
            Moment.of(each.path("created_at")).minute(),
            Sentence.of(each),
            each.path("ip").asText(""),
            each.path("client").asText("")));
    return table;
  }
}
