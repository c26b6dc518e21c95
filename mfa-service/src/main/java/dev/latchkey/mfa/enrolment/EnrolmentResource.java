package dev.latchkey.mfa.enrolment;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.mfa.FreshFactor;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.cascade.ChangeView;
import dev.latchkey.mfa.totp.TotpCode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Switching two-factor on. */
@Cancellable(false)
@Path("/account/two-factor")
class EnrolmentResource {

  private static final List<String> NEXT = List.of("add_recovery_phone", "save_recovery_codes");

  private final TotpEnrolment enrolment;
  private final Confirmation confirmation;
  private final Caller caller;
  private final FreshFactor factor;
  private final OutcomeLog outcomes;

  EnrolmentResource(
      TotpEnrolment enrolment,
      Confirmation confirmation,
      Caller caller,
      FreshFactor factor,
      OutcomeLog outcomes) {
    this.enrolment = enrolment;
    this.confirmation = confirmation;
    this.caller = caller;
    this.factor = factor;
    this.outcomes = outcomes;
  }

  /** Starts an enrolment, or starts it again: the secret and its QR code, shown this once. */
  @POST
  @Operation(
      operationId = "beginEnrolment",
      summary = "Starts an enrolment: the secret and its QR code, shown this once")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = EnrolmentView.class)))
  public Uni<Response> begin() {
    var command =
        new BeginEnrolment(
            caller.account(), caller.session(), caller.epoch(), factor.shownBy(caller));
    return enrolment
        .begin(command)
        .invoke(outcome -> outcomes.note("enrolment.begin", command.account(), (Record) outcome))
        .map(outcome ->
            switch (outcome) {
              case EnrolmentOutcome.Begun begun -> created(EnrolmentView.of(begun));
              case EnrolmentOutcome.FactorNeeded _ ->
                  CommonProblem.TWO_FACTOR
                      .problem()
                      .header(Headers.TWO_FACTOR_REQUIRED, "true")
                      .response();
            });
  }

  /** Switches two-factor on and tells what that ended. */
  @POST
  @Path("/actions/confirm")
  @Operation(
      operationId = "confirmEnrolment",
      summary = "Switches two-factor on; answers what that ended")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  @APIResponse(responseCode = "429", ref = "Problem429")
  public Uni<Response> confirm(@Valid @NotNull ConfirmRequest request) {
    long started = System.nanoTime();
    var command =
        new ConfirmEnrolment(
            caller.account(),
            caller.session(),
            caller.epoch(),
            TotpCode.typed(request.code()),
            caller.origin());
    return confirmation
        .confirm(command)
        .invoke(outcome -> outcomes.note("enrolment.confirm", command.account(), (Record) outcome))
        .map(outcome -> answer(outcome, started));
  }

  private static Response answer(ConfirmationOutcome outcome, long started) {
    return switch (outcome) {
      case ConfirmationOutcome.On(var cascade) ->
          ok(ChangeView.of(true, cascade, Duration.ofNanos(System.nanoTime() - started), NEXT));
      case ConfirmationOutcome.WrongCode _ ->
          MfaProblem.INVALID_TWO_FACTOR_CODE.problem().field("code").response();
      case ConfirmationOutcome.NothingPending _ ->
          CommonProblem.NOT_FOUND
              .problem()
              .resource("enrolment")
              .message("No enrolment is under way for this session; one lasts ten minutes.")
              .response();
      case ConfirmationOutcome.Locked(var after) ->
          CommonProblem.RATE_LIMIT.problem().retryAfter(after).response();
      case ConfirmationOutcome.AccountChanged _ -> MfaProblem.ACCOUNT_CHANGED.problem().response();
    };
  }

  private static Response created(Object entity) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(entity)
        .build();
  }

  private static Response ok(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** What the app shows. */
  @Schema(
      name = "Confirmation",
      examples =
          """
          {"code":"123456"}\
          """)
  record ConfirmRequest(@JsonProperty("code") @NotNull @Size(max = 64) String code) {
    @Override
    public String toString() {
      return "ConfirmRequest[redacted]";
    }
  }

  /** What the person scans, or types in by hand. */
  @Schema(
      name = "Enrolment",
      examples =
          """
          {"secret":"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",\
          "otpauth_uri":"otpauth://totp/Latchkey:alice@example.com?secret=…\
          &issuer=Latchkey&algorithm=SHA1&digits=6&period=30",\
          "qr_svg":"<svg …/>","expires_in":600}\
          """)
  record EnrolmentView(
      @JsonProperty("secret") String secret,
      @JsonProperty("otpauth_uri") String uri,
      @JsonProperty("qr_svg") String svg,
      @JsonProperty("expires_in") long expiresIn) {

    static EnrolmentView of(EnrolmentOutcome.Begun begun) {
      return new EnrolmentView(
          begun.secret().base32(), begun.uri(), QrSvg.of(begun.uri()), begun.lasts().toSeconds());
    }

    @Override
    public String toString() {
      return "EnrolmentView[redacted]";
    }
  }
}
