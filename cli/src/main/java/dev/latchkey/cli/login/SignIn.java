package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import java.util.Map;
import java.util.Optional;

/** A sign-in with the password, and with the second factor where the account has one. */
final class SignIn {

  /** Below this many the person is told. */
  private static final int FEW_CODES = 3;

  private final Invocation invocation;

  SignIn(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Signs in and keeps it; the platform's answer without its secrets. */
  JsonNode with(String email, String password) {
    var platform = invocation.api().platform();
    var before = invocation.credentials().device(platform, email);
    var answer = invocation.api().send(opening(before).basic(email, password));
    if (answer.is("unauthorized")) {
      throw new Failure(ExitCode.NOT_PROVEN, "unauthorized", "Wrong e-mail address or password.");
    }
    var methods = answer.body().path("challenge");
    var session =
        answer.is("two_factor") && methods.has("id")
            ? new Challenge(invocation, email, password, methods).pass(opening(before))
            : answer.orFail();
    var device = Optional.ofNullable(session.path("device").path("token").textValue());
    new Keeping(invocation)
        .keep(
            new Kept(
                platform,
                email,
                Kind.SESSION,
                session.path("token").asText(),
                device.or(() -> before).orElse(null)));
    advise(session);
    return Shown.withoutSecrets(session);
  }

  private Call opening(Optional<String> device) {
    var call = Call.post("/sessions").json(Map.of("description", invocation.machine()));
    return device.map(call::device).orElse(call);
  }

  private void advise(JsonNode session) {
    var screen = invocation.screen();
    if (session.has("next")) {
      screen.aside(
          screen.style().warning("You signed in without your app.")
              + " If the device is gone set two-factor up anew: latch 2fa:disable, then latch 2fa:enable");
    }
    int left = session.path("recovery_codes_left").asInt(FEW_CODES + 1);
    if (left <= FEW_CODES) {
      screen.aside(
          "Recovery codes left: %d. Make new ones with: latch 2fa:recovery-codes --regenerate"
              .formatted(left));
    }
  }
}
