package dev.latchkey.auth.cascade;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * mfa-service brings the news itself: to get the receipt, and when the broker is slow or away. Same
 * event id, so it takes effect once.
 */
@Cancellable(false)
@Path("/internal/cascades")
public class CascadeResource {

  private final Cascade cascade;

  CascadeResource(Cascade cascade) {
    this.cascade = cascade;
  }

  /** The news: the event's id and what it says. */
  public record News(
      @NotNull EventId eventId,
      @NotNull Change change,
      @NotNull AccountId account,
      @Nullable SessionId keptSession,
      int epoch,
      @NotNull Instant at,
      @NotNull Origin origin) {

    Cause cause() {
      boolean shown = change != Change.TWO_FACTOR_DISABLED;
      return new Cause(eventId, change, account, keptSession, epoch, at, shown, origin);
    }

    boolean aboutSecondFactor() {
      return switch (change) {
        case TWO_FACTOR_ENABLED, TWO_FACTOR_REPLACED, TWO_FACTOR_DISABLED -> true;
        case PASSWORD_CHANGED, PASSWORD_RESET, SESSIONS_ENDED, ACCOUNT_CLOSED -> false;
      };
    }
  }

  /**
   * Runs the cascade, or tells what it did when it ran before. 409 when the account is gone or
   * another cut overtook the change: then nothing was done, and the change is to be taken back.
   */
  @POST
  @Operation(
      operationId = "runCascade",
      summary = "Runs the cascade of a change, or tells what it did before (services only)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "403", ref = "Problem403")
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> run(@Valid @NotNull News news) {
    if (!news.aboutSecondFactor()) {
      return Uni.createFrom().item(CommonProblem.FORBIDDEN.problem().response());
    }
    return cascade
        .run(news.cause())
        .map(receipt ->
            receipt
                .map(done -> Response.ok(done).build())
                .orElseGet(() -> AuthProblem.ACCOUNT_CHANGED.problem().response()));
  }
}
