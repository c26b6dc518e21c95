package dev.latchkey.cli.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests of somebody who is signed in. When the platform wants a proof, the password or a code,
 * the person is asked for it and the request repeated; the password is asked for once a command.
 */
public final class SignedIn {

  /** As often as {@code sudo} and {@code ssh} ask. */
  private static final int TRIES = 3;

  private static final String CODE = "Two-factor code: ";

  private final Invocation invocation;
  private final Kept kept;
  private @Nullable String password;

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
    int tries = 0;
    while (true) {
      var answer = send(proven);
      var next = proof(call, proven, answer, tries);
      if (next.isEmpty()) {
        return answer;
      }
      proven = next.get();
      tries++;
    }
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

  /** The request with the proof that this answer wants; empty when none helps, or none is left. */
  private Optional<Call> proof(Call call, Call proven, Answer answer, int tries) {
    if (answer.is("password_required")) {
      var unused = password();
      return Optional.of(proven);
    }
    if (answer.is("invalid_password") && password != null && tries < TRIES - 1) {
      invocation.screen().aside("That password is not right.");
      password = null;
      var unused = password();
      // A code that came along is spent or not, nobody knows: it is asked for anew.
      return Optional.of(call);
    }
    if (answer.is("two_factor") && tries < TRIES) {
      if (proven.headers().containsKey("Heroku-Two-Factor-Code")) {
        invocation.screen().aside("That code was not accepted. Wait for the next one.");
      }
      return Optional.of(call.code(invocation.terminal().ask(CODE)));
    }
    return Optional.empty();
  }
}
