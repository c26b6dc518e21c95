package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.SignedIn;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "2fa:enable",
    description = {
      "Switch two-factor on, or move it to another device.",
      "Every other place where you are signed in is signed out, and the API key is replaced;",
      "authorizations and Git over SSH go on working."
    })
public final class TwoFactorEnabling implements Callable<Integer> {

  private final Invocation invocation;

  public TwoFactorEnabling(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var signedIn = invocation.signedIn();
    if (signedIn.kept().kind() != Kind.SESSION) {
      throw new Failure(
          ExitCode.REFUSED,
          "latch_session_needed",
          "Two-factor is switched on by who signed in with the password: latch login, then this again.");
    }
    var before = signedIn.ask(Call.get("/account/two-factor"));
    var screen = invocation.screen();
    boolean moved = before.path("enabled").asBoolean();
    if (moved && !moving()) {
      screen.show(before, () -> screen.line("Nothing was changed."));
      return ExitCode.OK.number();
    }
    var enrolment = signedIn.askWithPassword(Call.post("/account/two-factor"));
    new QrDrawing(screen).show(enrolment);
    var change = confirm(signedIn);
    var done = moved ? "Two-factor has moved to the new device." : "Two-factor is on.";
    screen.show(change, () -> new Receipt(screen).show(done, change));
    if (!moved && !screen.inJson()) {
      goOn(signedIn);
    }
    return ExitCode.OK.number();
  }

  private boolean moving() {
    return invocation
        .terminal()
        .confirm("Two-factor is on already. Move it to another device?", false);
  }

  /** Until the code is right; the platform says when it is over. */
  private JsonNode confirm(SignedIn signedIn) {
    while (true) {
      var code = invocation.terminal().ask("Two-factor code: ");
      Answer answer =
          signedIn.answer(
              Call.post("/account/two-factor/actions/confirm").json(Map.of("code", code)));
      if (!answer.is("invalid_two_factor_code") && !answer.is("invalid_params")) {
        return answer.orFail();
      }
      invocation.screen().aside("That code was not accepted. Wait for the next one.");
    }
  }

  /** What the documents advise next, while the proofs are fresh. */
  private void goOn(SignedIn signedIn) {
    invocation.screen().aside("");
    offer(
        "Save recovery codes now?", "latch 2fa:recovery-codes --regenerate", () -> codes(signedIn));
    offer("Set a recovery phone?", "latch 2fa:phone set", () -> phone(signedIn));
  }

  /** Two-factor is on: what goes wrong here is told, and does not make that a failure. */
  private void offer(String question, String later, Runnable doing) {
    var screen = invocation.screen();
    if (!invocation.terminal().confirm(question, true)) {
      screen.aside("Later: " + later);
      return;
    }
    try {
      doing.run();
    } catch (Failure failure) {
      screen.aside(Printable.of(failure.sentence()) + " Later: " + later);
    }
  }

  private void codes(SignedIn signedIn) {
    var codes = signedIn.ask(Call.post("/account/recovery-codes"));
    invocation.screen().show(codes, () -> new CodeList(invocation).show(codes));
    invocation.screen().aside("");
  }

  private void phone(SignedIn signedIn) {
    var number = invocation.terminal().ask("Number, such as +4915112345678: ");
    var unused = new PhoneSetup(invocation).set(signedIn, number);
  }
}
