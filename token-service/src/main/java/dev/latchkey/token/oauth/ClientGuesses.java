package dev.latchkey.token.oauth;

import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant.Granted;
import dev.latchkey.kit.budget.Grant.Refused;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong secrets, client by client. Unlike a password it is looked at first: these secrets
 * are 160 random bits that nobody guesses, and a client's id is public, so an attempt that is taken
 * before it is looked at would let any stranger shut a client out. What is right is never refused.
 */
@ApplicationScoped
public class ClientGuesses {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Limit LIMIT = new Limit("oauth-client", 50, WINDOW, WINDOW);
  private static final String NAMELESS = "nameless";

  /** Clients share counters: who makes ids up must not make rows. What is right is not refused. */
  private static final int COUNTERS = 1 << 16;

  private final Budgets budgets;

  ClientGuesses(Budgets budgets) {
    this.budgets = budgets;
  }

  /**
   * The answer to a wrong secret: the refusal, or that it is enough now.
   *
   * @param client as it says; null when it does not say
   */
  public Uni<Response> wrong(@Nullable ClientId client, Problem refusal) {
    return budgets
        .take(LIMIT, client == null ? NAMELESS : counter(client))
        .map(grant ->
            switch (grant) {
              case Granted more -> refusal.response();
              case Refused enough -> OAuthProblem.tooMany(enough.retryAfter()).response();
            });
  }

  private static String counter(ClientId client) {
    return Integer.toString(Math.floorMod(client.value().hashCode(), COUNTERS));
  }
}
