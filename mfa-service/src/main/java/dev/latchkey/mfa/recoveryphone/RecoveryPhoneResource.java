package dev.latchkey.mfa.recoveryphone;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.mfa.FreshFactor;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.sms.PhoneNumber;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The recovery phone. Password and second factor were shown to the edge where they are due. */
@Cancellable(false)
@Path("/users/~/sms-number")
class RecoveryPhoneResource {

  private final PhoneSetUp setUp;
  private final PhoneConfirmation confirmation;
  private final PhoneRemoval removal;
  private final PhoneStates states;
  private final Caller caller;
  private final FreshFactor factor;
  private final OutcomeLog outcomes;

  RecoveryPhoneResource(
      PhoneSetUp setUp,
      PhoneConfirmation confirmation,
      PhoneRemoval removal,
      PhoneStates states,
      Caller caller,
      FreshFactor factor,
      OutcomeLog outcomes) {
    this.setUp = setUp;
    this.confirmation = confirmation;
    this.removal = removal;
    this.states = states;
    this.caller = caller;
    this.factor = factor;
    this.outcomes = outcomes;
  }

  /** How things are with it; to who has shown the password alone, no more than that needs. */
  @GET
  @Operation(operationId = "showRecoveryPhone", summary = "The recovery phone, masked")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PhoneView.class)))
  public Uni<Response> show() {
    return view().map(RecoveryPhoneResource::ok);
  }

  /** Sets a number up: a code is sent to it, and nothing else changes. */
  @PUT
  @Operation(
      operationId = "setRecoveryPhone",
      summary = "Sends a code to a number that is to be the recovery phone")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PhoneView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  @APIResponse(responseCode = "429", ref = "Problem429")
  public Uni<Response> set(@Valid @NotNull NumberRequest request) {
    var ask = ask(factor.shownBy(caller));
    return PhoneNumber.typed(request.number())
        .map(number -> setUp.setUp(ask, number).chain(outcome -> answer("phone.set", outcome)))
        .orElseGet(() -> Uni.createFrom().item(noNumber().response()));
  }

  /** Validates the number by the code that was sent to it. Who set it up has shown the factor. */
  @POST
  @Path("/actions/confirm")
  @Operation(
      operationId = "confirmRecoveryPhone",
      summary = "Validates the recovery phone by the code that was sent to it")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PhoneView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  @APIResponse(responseCode = "429", ref = "Problem429")
  public Uni<Response> confirm(@Valid @NotNull CodeRequest request) {
    return confirmation
        .confirm(ask(true), request.code())
        .chain(outcome -> answer("phone.confirm", outcome));
  }

  /** Removes the phone, and a number that was to take its place. */
  @DELETE
  @Operation(operationId = "removeRecoveryPhone", summary = "Removes the recovery phone")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PhoneView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> remove() {
    return removal
        .remove(ask(factor.shownBy(caller)))
        .chain(outcome -> answer("phone.remove", outcome));
  }

  private ChangePhone ask(boolean factorShown) {
    return new ChangePhone(caller.account(), caller.epoch(), factorShown, caller.origin());
  }

  private Uni<PhoneView> view() {
    return caller.kind() == CredentialKind.FIRST_FACTOR
        ? states.ofSignIn(caller.account(), caller.epoch())
        : states.of(caller.account());
  }

  private Uni<Response> answer(String doing, PhoneOutcome outcome) {
    outcomes.note(doing, caller.account(), (Record) outcome);
    return switch (outcome) {
      case PhoneOutcome.CodeSent _, PhoneOutcome.Validated _, PhoneOutcome.Removed _ -> show();
      case PhoneOutcome.Refused(var why) -> no(refused(why));
      case PhoneOutcome.WrongCode _ ->
          no(MfaProblem.INVALID_TWO_FACTOR_CODE.problem().field("code"));
      case PhoneOutcome.Capped(var after) ->
          no(CommonProblem.RATE_LIMIT.problem().retryAfter(after));
      case PhoneOutcome.NoPhone _ -> no(CommonProblem.NOT_FOUND.problem().resource("sms_number"));
      case PhoneOutcome.NotOn _ ->
          no(
              CommonProblem.NOT_FOUND
                  .problem()
                  .resource("two_factor")
                  .message("A recovery phone comes with two-factor, which is off."));
      case PhoneOutcome.FactorNeeded _ ->
          no(CommonProblem.TWO_FACTOR.problem().header(Headers.TWO_FACTOR_REQUIRED, "true"));
      case PhoneOutcome.AccountChanged _ -> no(MfaProblem.ACCOUNT_CHANGED.problem());
    };
  }

  private static Problem refused(@Nullable String why) {
    var problem = MfaProblem.PHONE_NUMBER_REFUSED.problem();
    return why == null ? problem : problem.message(why);
  }

  private static Problem noNumber() {
    return CommonProblem.INVALID_PARAMS
        .problem()
        .field("number")
        .message("Not a telephone number. Begin with + and the country's code: +49 151 23456789.");
  }

  private static Uni<Response> no(Problem problem) {
    return Uni.createFrom().item(problem.response());
  }

  private static Response ok(PhoneView view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** The number, with its country's code. */
  @Schema(
      name = "RecoveryPhoneNumber",
      examples =
          """
          {"number":"+49 151 23456789"}\
          """)
  record NumberRequest(@JsonProperty("number") @NotNull @Size(max = 64) String number) {
    @Override
    public String toString() {
      return "NumberRequest[redacted]";
    }
  }

  /** What the text message says. */
  @Schema(
      name = "RecoveryPhoneCode",
      examples =
          """
          {"code":"12345678"}\
          """)
  record CodeRequest(@JsonProperty("code") @NotNull @Size(max = 64) String code) {
    @Override
    public String toString() {
      return "CodeRequest[redacted]";
    }
  }
}
