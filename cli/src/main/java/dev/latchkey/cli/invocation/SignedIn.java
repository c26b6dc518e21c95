package dev.latchkey.cli.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import org.jspecify.annotations.Nullable;

/**
 * Requests of somebody who is signed in. When the platform wants a proof, the password or a code,
 * the person is asked for it and the request repeated; the password is asked for once a command.
 */
public final class SignedIn {

  /** As often as {@code sudo} and {@code ssh} ask. */
  private static final int TRIES = 3;

  private final Invocation invocation;
  private final Kept kept;
  private @Nullable String password;
  private int passwords;

  SignedIn(Invocation invocation, Kept kept) {
    this.invocation = invocation;
    this.kept = kept;
  }

  public Kept kept() {
    return kept;
  }

  /** The password, asked for now, for requests that are known to need it. */
  public String password() {
    if (password == null) {
      password = invocation.terminal().askSecretly("Password: ");
      passwords++;
    }
    return password;
  }

  /** Shows the password with the request from the start. */
  public JsonNode askWithPassword(Call call) {
    var unused = password();
    return ask(call);
  }

  /** The answer to a request, with proofs where the platform asks for them. */
  public JsonNode ask(Call call) {
    return answer(call).orFail();
  }

  /** The same; what is no matter of proofs is the caller's to judge. */
  public Answer answer(Call call) {
    var proven = call;
    int codes = 0;
    while (true) {
      var answer = send(proven);
      if (wantsPassword(answer)) {
        var unused = password();
        // A code beside a wrong one is spent or not, nobody knows: it is asked for anew.
        proven = answer.is("invalid_password") ? call : proven;
      } else if (answer.is("two_factor")) {
        proven = call.code(code(codes++));
      } else {
        return answer;
      }
    }
  }

  /** Whether a password, or another one, may help; a wrong one is forgotten. */
  private boolean wantsPassword(Answer answer) {
    if (answer.is("invalid_password") && password != null && passwords < TRIES) {
      invocation.screen().aside("That password is not right.");
      password = null;
      return true;
    }
    return answer.is("password_required") && password == null;
  }

  /** Another code after so many that were wrong. */
  private String code(int wrong) {
    if (wrong == TRIES) {
      throw new Failure(
          ExitCode.NOT_PROVEN, "two_factor", "None of those codes was accepted. Nothing was done.");
    }
    if (wrong > 0) {
      invocation.screen().aside("That code was not accepted. Wait for the next one.");
    }
    return invocation.terminal().ask("Two-factor code: ");
  }

  /** A whole list, however many answers it takes. */
  public JsonNode list(String path) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    var page = answer(Call.get(path).range("id ..; max=200"));
    all.addAll((ArrayNode) page.orFail());
    while (page.nextRange().isPresent()) {
      page = answer(Call.get(path).range(page.nextRange().get()));
      all.addAll((ArrayNode) page.orFail());
    }
    return all;
  }

  private Answer send(Call call) {
    var shown = password == null ? call : call.password(password);
    var answer = invocation.api().send(shown.bearer(kept.token()));
    if (answer.is("unauthorized")) {
      throw new Failure(
          ExitCode.SIGNED_OUT,
          "unauthorized",
          invocation.tokenFromEnvironment()
              ? "The token in LATCHKEY_TOKEN is not valid here, or not any more."
              : "Your sign-in has ended. Sign in again with: latch login");
    }
    return answer;
  }
}
