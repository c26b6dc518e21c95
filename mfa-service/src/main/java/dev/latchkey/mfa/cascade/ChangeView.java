package dev.latchkey.mfa.cascade;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.mfa.auth.CascadeReceipt;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of a change of the second factor.
 *
 * @param cascade {@code done}, or {@code pending}: the change stands and the rest follows as soon
 *     as auth-service hears of it
 * @param receipt what ended and what remains; null while pending
 * @param next what to do now
 */
@Schema(
    name = "TwoFactorChange",
    examples =
        """
        {"two_factor_authentication":true,"cascade":"done",\
        "receipt":{"sessions_ended":[{"id":"01234567-89ab-4def-8123-456789abcdef",\
        "description":"Firefox on the laptop","client":"Mozilla/5.0","ip":"192.0.2.7"}],\
        "authorizations_ended":[],\
        "authorizations_remaining":[{"id":"01234567-89ab-4def-8123-456789abcdef",\
        "description":"Codespaces"}],"ssh_keys_remaining":1,"api_key_changed":true,\
        "milliseconds":42},"next":["add_recovery_phone","save_recovery_codes"]}\
        """)
public record ChangeView(
    @JsonProperty("two_factor_authentication") boolean twoFactorAuthentication,
    @JsonProperty("cascade") String cascade,
    @JsonProperty("receipt") @Nullable ReceiptView receipt,
    @JsonProperty("next") List<String> next) {

  public ChangeView {
    next = List.copyOf(next);
  }

  /** The answer after a change that stands. */
  public static ChangeView of(
      boolean on, CascadeOutcome outcome, Duration took, List<String> next) {
    return switch (outcome) {
      case CascadeOutcome.Done(var receipt) ->
          new ChangeView(on, "done", ReceiptView.of(receipt, took), next);
      case CascadeOutcome.Pending _, CascadeOutcome.Outdated _ ->
          new ChangeView(on, "pending", null, next);
    };
  }

  /** The receipt of the cascade. */
  public record ReceiptView(
      @JsonProperty("sessions_ended") List<SessionView> sessionsEnded,
      @JsonProperty("authorizations_ended") List<AuthorizationView> authorizationsEnded,
      @JsonProperty("authorizations_remaining") List<AuthorizationView> authorizationsRemaining,
      @JsonProperty("ssh_keys_remaining") int sshKeysRemaining,
      @JsonProperty("api_key_changed") boolean apiKeyChanged,
      @JsonProperty("milliseconds") long milliseconds) {

    public ReceiptView {
      sessionsEnded = List.copyOf(sessionsEnded);
      authorizationsEnded = List.copyOf(authorizationsEnded);
      authorizationsRemaining = List.copyOf(authorizationsRemaining);
    }

    static ReceiptView of(CascadeReceipt receipt, Duration took) {
      return new ReceiptView(
          receipt.sessionsEnded().stream().map(SessionView::of).toList(),
          receipt.authorizationsEnded().stream().map(AuthorizationView::of).toList(),
          receipt.authorizationsRemaining().stream().map(AuthorizationView::of).toList(),
          receipt.sshKeysRemaining(),
          receipt.apiKeyChanged(),
          took.toMillis());
    }
  }

  /** A session that was signed out. */
  public record SessionView(
      @JsonProperty("id") UUID id,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("client") @Nullable String client,
      @JsonProperty("ip") @Nullable String ip) {

    static SessionView of(CascadeReceipt.EndedSession session) {
      return new SessionView(session.id(), session.description(), session.client(), session.ip());
    }
  }

  /** An authorization that ended or remains. */
  public record AuthorizationView(
      @JsonProperty("id") UUID id, @JsonProperty("description") @Nullable String description) {

    static AuthorizationView of(CascadeReceipt.Listed authorization) {
      return new AuthorizationView(authorization.id(), authorization.description());
    }
  }
}
