package dev.latchkey.mfa.recoverycode;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.mfa.FreshFactor;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Ten codes for who has lost the device. Password and second factor were shown to the edge. */
@Cancellable(false)
@Path("/account/recovery-codes")
class RecoveryCodeResource {

  private final RecoveryCodeIssuing issuing;
  private final RecoveryCodeViewing viewing;
  private final Caller caller;
  private final FreshFactor factor;
  private final OutcomeLog outcomes;

  RecoveryCodeResource(
      RecoveryCodeIssuing issuing,
      RecoveryCodeViewing viewing,
      Caller caller,
      FreshFactor factor,
      OutcomeLog outcomes) {
    this.issuing = issuing;
    this.viewing = viewing;
    this.caller = caller;
    this.factor = factor;
    this.outcomes = outcomes;
  }

  /** Ten new codes, as the list of strings that the heroku CLI prints; the old ones are dead. */
  @POST
  @Operation(
      operationId = "issueRecoveryCodes",
      summary = "Ten new recovery codes; the old ones are dead at once")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> issue() {
    var ask = ask();
    return issuing
        .issue(ask)
        .invoke(outcome -> outcomes.note("recovery.codes.issue", ask.account(), (Record) outcome))
        .map(outcome ->
            outcome instanceof RecoveryCodesOutcome.Shown shown
                ? answer(Response.Status.CREATED, shown.texts())
                : answer(outcome));
  }

  /** The codes that are left, or how many. */
  @GET
  @Operation(
      operationId = "viewRecoveryCodes",
      summary = "The recovery codes that are left; their number where only hashes are kept")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = CodesView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> view() {
    var ask = ask();
    return viewing
        .view(ask)
        .invoke(outcome -> outcomes.note("recovery.codes.view", ask.account(), (Record) outcome))
        .map(RecoveryCodeResource::answer);
  }

  private AskForCodes ask() {
    return new AskForCodes(
        caller.account(), caller.epoch(), factor.shownBy(caller), caller.origin());
  }

  private static Response answer(RecoveryCodesOutcome outcome) {
    return switch (outcome) {
      case RecoveryCodesOutcome.Shown shown ->
          answer(Response.Status.OK, new CodesView(shown.codes().size(), shown.texts()));
      case RecoveryCodesOutcome.CountOnly(int left) ->
          answer(Response.Status.OK, new CodesView(left, null));
      case RecoveryCodesOutcome.NotOn _ -> notOn().response();
      case RecoveryCodesOutcome.FactorNeeded _ ->
          CommonProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true").response();
      case RecoveryCodesOutcome.AccountChanged _ -> MfaProblem.ACCOUNT_CHANGED.problem().response();
    };
  }

  private static Problem notOn() {
    return CommonProblem.NOT_FOUND
        .problem()
        .resource("two_factor")
        .message("Recovery codes come with two-factor, which is off.");
  }

  private static Response answer(Response.Status status, Object entity) {
    return Response.status(status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(entity)
        .build();
  }

  /** The codes that are left; null where the operator keeps hashes only. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "RecoveryCodes",
      examples =
          """
          {"recovery_codes_left":2,\
          "recovery_codes":["7d0k-93qv-x2pe-hm4c","r81t-zz5n-0akw-6gjy"]}\
          """)
  record CodesView(
      @JsonProperty("recovery_codes_left") int left,
      @JsonProperty("recovery_codes") @Nullable List<String> codes) {

    @Override
    public String toString() {
      return "CodesView[redacted]";
    }
  }
}
