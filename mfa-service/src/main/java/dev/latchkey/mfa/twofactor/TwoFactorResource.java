package dev.latchkey.mfa.twofactor;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.mfa.MfaProblem;
import dev.latchkey.mfa.OutcomeLog;
import dev.latchkey.mfa.cascade.ChangeView;
import dev.latchkey.mfa.enrolment.Enrolments;
import dev.latchkey.mfa.recoverycode.RecoveryCodes;
import dev.latchkey.mfa.recoveryphone.PhoneStates;
import dev.latchkey.mfa.totp.TotpFactor;
import dev.latchkey.mfa.totp.TotpFactors;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Whether two-factor is on, and switching it off. */
@Cancellable(false)
@Path("/account/two-factor")
class TwoFactorResource {

  private final TotpFactors factors;
  private final Enrolments enrolments;
  private final RecoveryCodes codes;
  private final PhoneStates phones;
  private final Disabling disabling;
  private final Caller caller;
  private final OutcomeLog outcomes;

  TwoFactorResource(
      TotpFactors factors,
      Enrolments enrolments,
      RecoveryCodes codes,
      PhoneStates phones,
      Disabling disabling,
      Caller caller,
      OutcomeLog outcomes) {
    this.factors = factors;
    this.enrolments = enrolments;
    this.codes = codes;
    this.phones = phones;
    this.disabling = disabling;
    this.caller = caller;
    this.outcomes = outcomes;
  }

  /** The state; never a secret. */
  @GET
  @Operation(operationId = "showTwoFactor", summary = "Whether two-factor is on")
  public Uni<TwoFactorView> show() {
    var account = caller.account();
    return factors
        .inUse(account)
        .chain(factor ->
            codes
                .left(account)
                .chain(left ->
                    phones
                        .masked(account)
                        .chain(phone ->
                            enrolments
                                .isPending(account)
                                .map(pending -> TwoFactorView.of(factor, left, phone, pending)))));
  }

  /**
   * Switches two-factor off. The password is not enough: a token from before two-factor was on
   * would let a thief of the password undo it.
   */
  @DELETE
  @Operation(operationId = "disableTwoFactor", summary = "Switches two-factor off")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ChangeView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> disable() {
    long started = System.nanoTime();
    if (!caller.qualified()) {
      return Uni.createFrom().item(notQualified());
    }
    var kept = caller.kind() == CredentialKind.SESSION ? caller.session() : null;
    var command = new DisableTwoFactor(caller.account(), kept, caller.epoch(), caller.origin());
    return disabling
        .disable(command)
        .invoke(outcome -> outcomes.note("disable", command.account(), (Record) outcome))
        .map(outcome -> answer(outcome, started));
  }

  private static Response answer(DisablingOutcome outcome, long started) {
    return switch (outcome) {
      case DisablingOutcome.Off(var cascade) -> {
        var took = Duration.ofNanos(System.nanoTime() - started);
        yield Response.ok(ChangeView.of(false, cascade, took, List.of()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .build();
      }
      case DisablingOutcome.NotOn _ ->
          CommonProblem.NOT_FOUND.problem().resource("two_factor").response();
      case DisablingOutcome.AccountChanged _ -> MfaProblem.ACCOUNT_CHANGED.problem().response();
    };
  }

  private static Response notQualified() {
    return CommonProblem.FORBIDDEN
        .problem()
        .message("Switch two-factor off from a sign-in that showed the second factor.")
        .response();
  }

  /** The state of an account's second factor. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(
      name = "TwoFactor",
      examples =
          """
          {"enabled":true,"enabled_at":"2026-11-21T12:00:00Z","recovery_codes_left":0,\
          "recovery_phone":"+49 •••••••• 12","enrolment_pending":false}\
          """)
  record TwoFactorView(
      @JsonProperty("enabled") boolean enabled,
      @JsonProperty("enabled_at") @Nullable Instant enabledAt,
      @JsonProperty("recovery_codes_left") int recoveryCodesLeft,
      @JsonProperty("recovery_phone") @Nullable String recoveryPhone,
      @JsonProperty("enrolment_pending") boolean enrolmentPending) {

    static TwoFactorView of(
        @Nullable TotpFactor factor, int codesLeft, @Nullable String phone, boolean pending) {
      return factor == null
          ? new TwoFactorView(false, null, 0, null, pending)
          : new TwoFactorView(true, factor.enabledAt(), codesLeft, phone, pending);
    }
  }
}
