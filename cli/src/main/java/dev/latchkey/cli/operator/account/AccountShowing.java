package dev.latchkey.cli.operator.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.terminal.Moment;
import dev.latchkey.cli.terminal.Table;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "account",
    description = {
      "Show an account, and where its owner is signed in with the password.",
      "That you looked is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch-operator account alice@example.com",
      "  latch-operator account 01234567-89ab-4def-8123-456789abcdef --json"
    })
public final class AccountShowing implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public AccountShowing(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var found = AccountLookup.find(operator, account);
    operator.screen().show(found, () -> tell(found));
    return ExitCode.OK.number();
  }

  private void tell(JsonNode found) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("ID", found.path("id").asText());
    facts.put("E-mail", found.path("email").asText());
    facts.put("Created", Moment.of(found.path("created_at")).minute());
    facts.put("Last sign-in", lastLogin(found.path("last_login")));
    facts.put("Two-factor", twoFactor(found.path("two_factor_since")));
    facts.put("Epoch", found.path("epoch").asText());
    var screen = operator.screen();
    screen.properties(facts);
    screen.line("");
    screen.table(sessions(found.path("sessions")), "No sessions.");
  }

  private static String lastLogin(JsonNode time) {
    var last = Moment.of(time).minute();
    return last.isEmpty() ? "never" : last;
  }

  private static String twoFactor(JsonNode time) {
    var since = Moment.of(time).minute();
    return since.isEmpty() ? "off" : "on since " + since;
  }

  private static Table sessions(JsonNode sessions) {
    var table = Table.of("ID", "DESCRIPTION", "CLIENT", "IP", "SINCE").doingWithout("CLIENT");
    sessions.forEach(each ->
        table.row(
            each.path("id").asText(),
            each.path("description").asText(),
            each.path("client").asText(""),
            each.path("ip").asText(""),
            Moment.of(each.path("created_at")).minute()));
    return table;
  }
}
