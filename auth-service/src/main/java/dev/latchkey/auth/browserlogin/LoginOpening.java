package dev.latchkey.auth.browserlogin;

import dev.latchkey.auth.browserlogin.BrowserLogins.OpenedLogin;
import dev.latchkey.auth.origin.ClientNetwork;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens a login for a command line that nobody knows yet. */
@ApplicationScoped
class LoginOpening {

  /** What came of it. */
  sealed interface Outcome {
    /** It waits for its person. */
    record Opened(OpenedLogin login) implements Outcome {}

    /** Too many from that address. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String NAMELESS = "Command line";

  private final Budgets budgets;
  private final Limit perClient;
  private final BrowserLogins logins;
  private final Clock clock;

  LoginOpening(Budgets budgets, BrowserLoginConfig config, BrowserLogins logins, Clock clock) {
    this.budgets = budgets;
    this.perClient = new Limit("browser-login", config.perClientAndHour(), HOUR, HOUR);
    this.logins = logins;
    this.clock = clock;
  }

  Uni<Outcome> open(@Nullable String description, Origin origin) {
    return budgets
        .take(perClient, ClientNetwork.of(origin.ip()))
        .chain(grant ->
            switch (grant) {
              case Grant.Granted granted ->
                  logins
                      .open(harmless(description), origin, clock.instant())
                      .map(Outcome.Opened::new);
              case Grant.Refused refused ->
                  Uni.createFrom().item(new Outcome.TooMany(refused.retryAfter()));
            });
  }

  /** A stranger wrote it and somebody else reads it: nothing that moves the text about it. */
  private static String harmless(@Nullable String description) {
    var text = description == null ? "" : description.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    return text.isEmpty() ? NAMELESS : text;
  }
}
