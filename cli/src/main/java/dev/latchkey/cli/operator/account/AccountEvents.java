package dev.latchkey.cli.operator.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.securitylog.LogTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "account:events",
    description = {
      "Show the security log of an account, the latest first.",
      "That you looked is written into it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch-operator account:events alice@example.com",
      "  latch-operator account:events alice@example.com --all --json"
    })
public final class AccountEvents implements Callable<Integer> {

  private static final String FIRST = "id ..; max=50";

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  @Option(names = "--all", description = "All of it; the latest 50 when left out.")
  private boolean everything;

  public AccountEvents(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var path = "/internal/operator/accounts/" + AccountLookup.id(operator, account) + "/events";
    var lines = JsonNodeFactory.instance.arrayNode();
    var page = page(path, FIRST, lines);
    while (everything && page.nextRange().isPresent()) {
      page = page(path, page.nextRange().get(), lines);
    }
    var screen = operator.screen();
    screen.show(lines, () -> screen.table(LogTable.of(lines), "Nothing has happened yet."));
    if (page.nextRange().isPresent()) {
      screen.aside("There is more: --all");
    }
    return ExitCode.OK.number();
  }

  private Answer page(String path, String range, ArrayNode lines) {
    var answer = operator.ask(Service.NOTIFICATION, Call.get(path).range(range));
    if (answer.status() == 404) {
      throw new Failure(ExitCode.NOT_FOUND, "not_found", "There is no such account.");
    }
    answer.orFail().forEach(lines::add);
    return answer;
  }
}
