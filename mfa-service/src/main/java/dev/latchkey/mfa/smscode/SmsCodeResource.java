package dev.latchkey.mfa.smscode;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.sms.SmsRequests;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A code by text message for who has shown the password and has the phone with them. */
@Cancellable(false)
@Path("/users/~/sms-number/actions/recover")
class SmsCodeResource {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final SmsSignIn signIn;
  private final Caller caller;
  private final OutcomeLog outcomes;

  SmsCodeResource(SmsSignIn signIn, Caller caller, OutcomeLog outcomes) {
    this.signIn = signIn;
    this.caller = caller;
    this.outcomes = outcomes;
  }

  /** Sends a code for this sign-in; the one before it is dead. */
  @POST
  @Operation(
      operationId = "sendSignInCode",
      summary = "Sends a code for this sign-in to the recovery phone")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = SentView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "422", ref = "Problem422")
  @APIResponse(responseCode = "429", ref = "Problem429")
  public Uni<Response> recover() {
    var ask =
        new AskForSms(caller.account(), caller.epoch(), caller.challenge(), caller.origin().ip());
    return signIn
        .send(ask)
        .invoke(outcome -> outcomes.note("sms.code", ask.account(), (Record) outcome))
        .map(SmsCodeResource::answer);
  }

  private static Response answer(SmsOutcome outcome) {
    return switch (outcome) {
      case SmsOutcome.Sent(var masked) -> created(SentView.of(masked));
      case SmsOutcome.NoPhone _ ->
          CommonProblem.NOT_FOUND
              .problem()
              .resource("sms_number")
              .message("This account has no recovery phone. Use your app or a recovery code.")
              .response();
      case SmsOutcome.TooNew(var wait) ->
          notUsable(
              "The recovery phone was added or changed a short time ago and can't be used yet.",
              wait);
      case SmsOutcome.AfterReset(var wait) ->
          notUsable(
              "For a time after a password reset a text message is not enough to sign in.", wait);
      case SmsOutcome.NotHeardYet _ ->
          CommonProblem.UNAVAILABLE.problem().retryAfter(SOON).response();
      case SmsOutcome.Capped(var after) ->
          CommonProblem.RATE_LIMIT.problem().retryAfter(after).response();
    };
  }

  private static Response notUsable(String why, Duration wait) {
    Problem problem = MfaProblem.SMS_NOT_USABLE.problem();
    return problem
        .message(why + " Please use your app or a recovery code.")
        .retryAfter(wait)
        .response();
  }

  private static Response created(SentView view) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(view)
        .build();
  }

  /**
   * Where the code went; for how long it is good and when the next may be asked for, in seconds.
   */
  @Schema(
      name = "SmsCodeSent",
      examples =
          """
          {"sms_number":"+49 •••••••• 12","expires_in":600,"next_in":60}\
          """)
  record SentView(
      @JsonProperty("sms_number") String smsNumber,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("next_in") long nextIn) {

    static SentView of(String masked) {
      return new SentView(
          masked, SmsRequests.LIFETIME.toSeconds(), SmsRequests.INTERVAL.toSeconds());
    }
  }
}
