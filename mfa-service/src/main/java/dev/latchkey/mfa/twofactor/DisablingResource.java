package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.cascade.CascadeOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Switching two-factor off where auth-service has checked the proofs ({@code PATCH /account}). On
 * the internal port.
 */
@Cancellable(false)
@Path("/internal/accounts/{account}/second-factor")
class DisablingResource {

  private final Disabling disabling;
  private final OutcomeLog outcomes;

  DisablingResource(Disabling disabling, OutcomeLog outcomes) {
    this.disabling = disabling;
    this.outcomes = outcomes;
  }

  /** 200 with auth-service's own receipt; 202 when it could not be asked for it in time. */
  @DELETE
  @Operation(
      operationId = "disableSecondFactor",
      summary = "Switches two-factor off; auth-service has checked the proofs (services only)")
  public Uni<Response> disable(
      @PathParam("account") UUID account, @Valid @NotNull DisableRequest request) {
    var command = request.command(new AccountId(account));
    return disabling
        .disableForAuth(command)
        .invoke(outcome -> outcomes.note("disable", command.account(), (Record) outcome))
        .map(DisablingResource::answer);
  }

  private static Response answer(DisablingOutcome outcome) {
    return switch (outcome) {
      case DisablingOutcome.Off(CascadeOutcome.Done(var receipt)) -> Response.ok(receipt).build();
      case DisablingOutcome.Off _ -> Response.accepted().build();
      case DisablingOutcome.NotOn _ ->
          CommonProblem.NOT_FOUND.problem().resource("two_factor").response();
      case DisablingOutcome.AccountChanged _ -> MfaProblem.ACCOUNT_CHANGED.problem().response();
    };
  }

  /** Who asks and goes on. */
  record DisableRequest(
      @NotNull Integer epoch, @Nullable SessionId keptSession, @NotNull Origin origin) {

    DisableTwoFactor command(AccountId account) {
      return new DisableTwoFactor(account, keptSession, epoch, origin);
    }
  }
}
