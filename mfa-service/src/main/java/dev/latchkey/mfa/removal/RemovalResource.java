package dev.latchkey.mfa.removal;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.ServiceCaller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.Patience;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Operators' doors (docs/how-to/operate.md). On the internal port, with an operator's key. */
@Cancellable(false)
@Path("/internal/operator/accounts/{account}/two-factor-removal")
class RemovalResource {

  private final Removing removing;
  private final ServiceCaller operator;
  private final OutcomeLog outcomes;
  private final Patience patience;

  RemovalResource(
      Removing removing, ServiceCaller operator, OutcomeLog outcomes, Patience patience) {
    this.removing = removing;
    this.operator = operator;
    this.outcomes = outcomes;
    this.patience = patience;
  }

  @GET
  @Operation(operationId = "showRemoval", summary = "Whether two-factor is to go off (operators)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = RemovalView.class)))
  public Uni<Response> show(@PathParam("account") UUID account) {
    return patience
        .with(removing.show(new AccountId(account)))
        .map(outcome -> response(outcome, Status.OK));
  }

  /** The first operator, who has seen that it is the owner's wish. */
  @POST
  @Operation(operationId = "askRemoval", summary = "Asks to switch two-factor off (operators)")
  @APIResponse(responseCode = "201", description = "Another operator has to agree.")
  public Uni<Response> ask(@PathParam("account") UUID account) {
    var who = new AccountId(account);
    return answer("removal.ask", who, removing.ask(who, operator.keyId()), Status.CREATED);
  }

  /** The second operator, who has seen it too. */
  @POST
  @Path("/actions/approve")
  @Operation(operationId = "approveRemoval", summary = "Agrees to it, as another (operators)")
  public Uni<Response> approve(@PathParam("account") UUID account) {
    var who = new AccountId(account);
    return answer("removal.approve", who, removing.approve(who, operator.keyId()), Status.OK);
  }

  /** Any operator. */
  @DELETE
  @Operation(operationId = "withdrawRemoval", summary = "Leaves two-factor on (operators)")
  public Uni<Response> withdraw(@PathParam("account") UUID account) {
    var who = new AccountId(account);
    return answer(
        "removal.withdraw", who, removing.withdraw(who, operator.keyId()), Status.NO_CONTENT);
  }

  private Uni<Response> answer(
      String doing, AccountId account, Uni<RemovalOutcome> step, Status done) {
    return patience
        .with(step)
        .invoke(outcome -> outcomes.note(doing, account, (Record) outcome))
        .map(outcome -> response(outcome, done));
  }

  private static Response response(RemovalOutcome outcome, Status done) {
    return switch (outcome) {
      case RemovalOutcome.Waiting(var removal) -> Response.status(done).entity(removal).build();
      case RemovalOutcome.Withdrawn _ -> Response.status(done).build();
      case RemovalOutcome.AlreadyThere _ -> MfaProblem.REMOVAL_EXISTS.problem().response();
      case RemovalOutcome.SameOperator _ -> MfaProblem.SECOND_OPERATOR_NEEDED.problem().response();
      case RemovalOutcome.FactorShown _ -> MfaProblem.FACTOR_NOT_LOST.problem().response();
      case RemovalOutcome.NotOn _ -> missing("two_factor");
      case RemovalOutcome.NotAsked _ -> missing("two_factor_removal");
    };
  }

  private static Response missing(String what) {
    return CommonProblem.NOT_FOUND.problem().resource(what).response();
  }
}
