package dev.latchkey.cli.operator.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.operator.inside.AccountLookup;
import dev.latchkey.cli.operator.inside.Operator;
import dev.latchkey.cli.operator.inside.Service;
import dev.latchkey.cli.platform.Call;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "account:unlock",
    description = {
      "Let passwords and codes be tried again at once, after too many wrong ones.",
      "Changes neither. It is written into the account's security log."
    },
    footerHeading = "%nExamples:%n",
    footer = "  latch-operator account:unlock alice@example.com")
public final class AccountUnlock implements Callable<Integer> {

  private static final String ACCOUNTS = "/internal/operator/accounts/";

  private final Operator operator;

  @Parameters(paramLabel = "ACCOUNT", description = "Its e-mail address, or its id.")
  private String account = "";

  public AccountUnlock(Operator operator) {
    this.operator = operator;
  }

  @Override
  public Integer call() {
    var id = AccountLookup.id(operator, account);
    unlock(Service.AUTH, ACCOUNTS + id + "/actions/unlock");
    codes(id);
    var screen = operator.screen();
    var unlocked =
        JsonNodeFactory.instance
            .objectNode()
            .put("account", id)
            .put("passwords", true)
            .put("codes", true);
    screen.show(unlocked, () -> screen.line("Passwords and codes can be tried again."));
    return ExitCode.OK.number();
  }

  /** One half is done by now: whoever reads only that the other was not would do both again. */
  private void codes(String id) {
    try {
      unlock(Service.MFA, ACCOUNTS + id + "/two-factor/actions/unlock");
    } catch (Failure failure) {
      operator.screen().aside("Passwords can be tried again. Codes are as they were:");
      throw failure;
    }
  }

  private void unlock(Service service, String path) {
    var answer = operator.tell(service, Call.post(path));
    if (answer.status() == 404) {
      throw new Failure(ExitCode.NOT_FOUND, "not_found", "There is no such account.");
    }
    if (!answer.ok()) {
      throw answer.failure();
    }
  }
}
