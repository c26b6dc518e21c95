package dev.latchkey.cli.operator.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.platform.Spoken;
import dev.latchkey.cli.terminal.Printable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "account:sign-out",
    description = {
      "End all sessions of an account, and what the command line signed in with.",
      "Asks to type the address again. It is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latch-operator account:sign-out alice@example.com",
      "  latch-operator account:sign-out alice@example.com --yes --json"
    })
public final class AccountSignOut implements Callable<Integer> {

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean sure;

  public AccountSignOut(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var id = sure ? AccountLookup.id(operator, account) : confirmed();
    var call = Call.post("/internal/operator/accounts/" + id + "/actions/sign-out");
    var ended = ended(operator.ask(Service.AUTH, call));
    operator.screen().show(ended, () -> tell(ended.path("sessions_ended")));
    return ExitCode.OK.number();
  }

  private String confirmed() {
    var terminal = operator.terminal();
    if (!terminal.attended()) {
      throw new Failure(
          ExitCode.USAGE,
          "latch_no_terminal",
          "There is nobody to ask here: --yes does it without asking. Nothing was done.");
    }
    var found = AccountLookup.find(operator, account);
    var email = found.path("email").asText();
    operator
        .screen()
        .aside("This signs " + Printable.of(email) + " out everywhere: browsers and command line.");
    var typed = terminal.ask("Type the address again: ");
    if (typed.isEmpty() || !typed.equalsIgnoreCase(email)) {
      throw new Failure(
          ExitCode.USAGE, "latch_not_confirmed", "That is another address. Nothing was done.");
    }
    return AccountLookup.id(found);
  }

  private static JsonNode ended(Answer answer) {
    if (answer.status() == 404) {
      throw new Failure(ExitCode.NOT_FOUND, "not_found", "There is no such account.");
    }
    if (answer.is("account_changed")) {
      throw new Failure(
          ExitCode.REFUSED,
          "account_changed",
          "Another change of the account came first. Nothing was done: try again.");
    }
    return answer.orFail();
  }

  private void tell(JsonNode sessions) {
    var screen = operator.screen();
    screen.line(
        sessions.isEmpty()
            ? "There was no session. What the command line signed in with has ended."
            : "Ended %s, and what the command line signed in with:"
                .formatted(Spoken.counted(sessions.size(), "session")));
    sessions.forEach(each ->
        screen.line(
            Printable.of(
                "  - %s, %s"
                    .formatted(each.path("description").asText(), each.path("ip").asText("?")))));
  }
}
