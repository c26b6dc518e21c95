package dev.latchkey.auth.passwordreset;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.origin.Origins;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Asking for a link, and using it. Neither signs anybody in. */
@Cancellable(false)
@Path("/password-resets")
public class PasswordResetResource {

  private final ResetAsking asking;
  private final PasswordResetting resetting;
  private final HttpHeaders headers;
  private final Clock clock;

  PasswordResetResource(
      ResetAsking asking, PasswordResetting resetting, @Context HttpHeaders headers, Clock clock) {
    this.asking = asking;
    this.resetting = resetting;
    this.headers = headers;
    this.clock = clock;
  }

  /** Whose password is forgotten. */
  @Schema(
      name = "NewPasswordReset",
      examples =
          """
          {"email":"alice@example.com"}\
          """)
  public record NewPasswordReset(@NotNull @Size(max = 320) String email) {
    @Override
    public String toString() {
      return "NewPasswordReset[redacted]";
    }
  }

  /** The new password, twice where the client asks for it twice. */
  @Schema(
      name = "NewPassword",
      examples =
          """
          {"password":"plenty of unrelated words",\
          "password_confirmation":"plenty of unrelated words"}\
          """)
  public record NewPassword(
      @NotNull @Size(max = 4096) String password,
      @JsonProperty("password_confirmation") @Nullable @Size(max = 4096) String passwordConfirmation) {
    @Override
    public String toString() {
      return "NewPassword[redacted]";
    }
  }

  /** What happened, with Heroku's names; the id only for who has shown the link. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "PasswordReset",
      examples =
          """
          {"created_at":"2026-11-21T12:00:00Z","user":{"email":"alice@example.com"}}\
          """)
  public record PasswordResetView(@JsonProperty("created_at") Instant createdAt, Owner user) {
    /** Whose password it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PasswordResetOwner")
    public record Owner(@Nullable AccountId id, String email) {}
  }

  /** Asks for a link: the same 201 whether or not the address has an account. */
  @POST
  @Operation(
      operationId = "askForPasswordReset",
      summary = "Asks for a link by mail; answers the same when there is no account")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PasswordResetView.class)))
  public Uni<Response> ask(@Valid @NotNull NewPasswordReset wish) {
    return EmailAddress.parse(wish.email())
        .map(email -> asking.ask(email, Origins.of(headers)).map(heard -> answer(email, heard)))
        .orElseGet(() -> refuse(invalid("email", "is not a mail address")));
  }

  /** Sets the new password; the link is dead afterwards. */
  @POST
  @Path("/{token}/actions/finalize")
  @Operation(
      operationId = "finalizePasswordReset",
      summary = "Sets the new password; ends all that had access and signs nobody in")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = PasswordResetView.class)))
  public Uni<Response> complete(
      @PathParam("token") @Size(max = 200) String token, @Valid @NotNull NewPassword wish) {
    var link = OpaqueToken.parse(token);
    var password = Password.parse(wish.password());
    if (link.isEmpty()) {
      return refuse(AuthProblem.INVALID_TOKEN.problem());
    }
    if (password.isEmpty()) {
      return refuse(invalid("password", "is too long or not text"));
    }
    var again = wish.passwordConfirmation();
    if (again != null && !again.equals(wish.password())) {
      return refuse(invalid("password_confirmation", "is not the same as password"));
    }
    return resetting.reset(link.get(), password.get(), Origins.of(headers)).map(this::answer);
  }

  private Response answer(EmailAddress email, ResetAsking.Outcome outcome) {
    return switch (outcome) {
      case ResetAsking.Outcome.Heard heard ->
          Response.status(Response.Status.CREATED)
              .entity(view(new PasswordResetView.Owner(null, email.value())))
              .build();
      case ResetAsking.Outcome.TooMany many ->
          CommonProblem.RATE_LIMIT.problem().retryAfter(many.retryAfter()).response();
    };
  }

  private Response answer(PasswordResetOutcome outcome) {
    return switch (outcome) {
      case PasswordResetOutcome.Done done -> {
        var account = done.account();
        var owner = new PasswordResetView.Owner(account.id(), account.email().value());
        yield Response.ok(view(owner)).header("Cache-Control", "no-store").build();
      }
      case PasswordResetOutcome.Refused refused ->
          AuthProblem.PASSWORD_REFUSED.problem().message(refused.message()).response();
      case PasswordResetOutcome.LinkOver over -> AuthProblem.INVALID_TOKEN.problem().response();
    };
  }

  private PasswordResetView view(PasswordResetView.Owner owner) {
    return new PasswordResetView(clock.instant(), owner);
  }

  private static Problem invalid(String field, String why) {
    return CommonProblem.INVALID_PARAMS.problem().field(field).message(why);
  }

  private static Uni<Response> refuse(Problem problem) {
    return Uni.createFrom().item(problem.response());
  }
}
