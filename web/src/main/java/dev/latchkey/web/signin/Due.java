package dev.latchkey.web.signin;

import dev.latchkey.web.platform.Refusal.Challenge;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The second factor that is due, as the browser keeps it between two pages: the challenge's token,
 * and what the person may answer it with.
 */
record Due(String challenge, boolean sms, boolean recoveryCode) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,200})\\.([01])([01])");

  static Due of(Challenge challenge) {
    return new Due(
        challenge.id(),
        challenge.methods().contains("sms"),
        challenge.methods().contains("recovery_code"));
  }

  static Optional<Due> parse(@Nullable String text) {
    var form = FORM.matcher(text == null ? "" : text);
    return form.matches()
        ? Optional.of(new Due(form.group(1), form.group(2).equals("1"), form.group(3).equals("1")))
        : Optional.empty();
  }

  String text() {
    return challenge + "." + (sms ? 1 : 0) + (recoveryCode ? 1 : 0);
  }

  @Override
  public String toString() {
    return "Due[redacted]";
  }
}
