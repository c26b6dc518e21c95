package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.terminal.Printable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sign-in that somebody approves in a browser, where they are signed in or sign in as they always
 * do. The six characters on both screens must be the same: else it is a stranger's sign-in that
 * they approve.
 */
final class BrowserSignIn {

  private final Invocation invocation;

  BrowserSignIn(Invocation invocation) {
    this.invocation = invocation;
  }

  int run() {
    var opened =
        invocation
            .api()
            .send(Call.post("/auth").json(Map.of("description", invocation.machine())))
            .orFail();
    var page = invocation.api().platform().resolve(path(opened.path("browser_url").asText()));
    var screen = invocation.screen();
    screen.aside("Open this address, and approve if it shows the same code:");
    screen.aside("  " + Printable.of(page.toString()));
    screen.aside("  code: " + screen.style().strong(Printable.of(opened.path("code").asText())));
    open(page);
    return keep(await(opened));
  }

  /** Asks until it is decided; the platform holds each question open for nearly a minute. */
  private String await(JsonNode opened) {
    var ends = now().plus(Duration.ofSeconds(opened.path("expires_in").asLong(600)));
    var waiting =
        Call.get(path(opened.path("cli_url").asText())).bearer(opened.path("token").asText());
    while (now().isBefore(ends)) {
      var answer = invocation.api().send(waiting);
      var body = answer.orFail();
      if (body.hasNonNull("access_token")) {
        return body.path("access_token").asText();
      }
      if (!body.path("pending").asBoolean()) {
        throw new Failure(
            ExitCode.REFUSED, "latch_browser_login", body.path("error").asText("Not signed in."));
      }
    }
    throw new Failure(
        ExitCode.REFUSED, "latch_browser_login", "Nobody approved it in time. Try again.");
  }

  /** Paths on the platform: no other host gets the login's token, or is opened in the browser. */
  private static String path(String text) {
    if (text.matches("(/[A-Za-z0-9_-]+)+")) {
      return text;
    }
    throw new Failure(
        ExitCode.REFUSED, "latch_other_host", "The platform names an address that is not its own.");
  }

  private int keep(String token) {
    var account = invocation.api().send(Call.get("/account").bearer(token)).orFail();
    var email = account.path("email").asText();
    new Keeping(invocation)
        .keep(new Kept(invocation.api().platform(), email, Kind.LOGIN, token, null));
    var screen = invocation.screen();
    screen.show(
        account,
        () -> screen.line(screen.style().good("Signed in as " + Printable.of(email) + ".")));
    return ExitCode.OK.number();
  }

  private Instant now() {
    return invocation.clock().instant();
  }

  /** Best effort: the address is on the screen. */
  private void open(URI page) {
    if (!invocation.terminal().attended()) {
      return;
    }
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    try {
      var unused =
          new ProcessBuilder(List.of(mac ? "open" : "xdg-open", page.toString()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noBrowser) {
      // The person opens it.
    }
  }
}
