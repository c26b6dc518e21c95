package dev.latchkey.auth.registration;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.origin.Origins;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordPolicy;
import dev.latchkey.auth.password.PasswordVerdict;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.profile.AccountView;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Signing up. Nobody is signed in by it. */
@Cancellable(false)
@Path("/users")
public class RegistrationResource {

  private final SigningUp signingUp;
  private final HttpHeaders headers;
  private final Clock clock;

  RegistrationResource(SigningUp signingUp, @Context HttpHeaders headers, Clock clock) {
    this.signingUp = signingUp;
    this.headers = headers;
    this.clock = clock;
  }

  /** Signs up: 201 whether or not the address is taken; the mail tells the difference. */
  @POST
  @Operation(
      operationId = "signUp",
      summary = "Signs up; answers the same when the address is taken")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> signUp(@Valid @NotNull NewUser user) {
    var email = EmailAddress.parse(user.email());
    var password = Password.parse(user.password());
    if (email.isEmpty()) {
      return refused("email", "is not a mail address");
    }
    if (password.isEmpty()) {
      return refused("password", "is too long or not text");
    }
    return switch (PasswordPolicy.judge(password.get(), email.get().value(), false)) {
      case PasswordVerdict.Refused no ->
          Uni.createFrom()
              .item(AuthProblem.PASSWORD_REFUSED.problem().message(no.message()).response());
      case PasswordVerdict.Accepted yes ->
          signingUp
              .signUp(new SignUp(email.get(), password.get(), Origins.of(headers)))
              .map(this::answer);
    };
  }

  private Response answer(SigningUpOutcome outcome) {
    return switch (outcome) {
      case SigningUpOutcome.MailOnItsWay mail ->
          Response.status(Response.Status.CREATED)
              .entity(AccountView.waiting(mail.id(), mail.email(), clock.instant()))
              .build();
      case SigningUpOutcome.TooMany many ->
          CommonProblem.RATE_LIMIT.problem().retryAfter(many.retryAfter()).response();
    };
  }

  private static Uni<Response> refused(String field, String why) {
    return Uni.createFrom()
        .item(CommonProblem.INVALID_PARAMS.problem().field(field).message(why).response());
  }

  /** What a sign-up needs. */
  @Schema(
      name = "NewUser",
      examples =
          """
          {"email":"alice@example.com","password":"plenty of unrelated words"}\
          """)
  public record NewUser(
      @NotNull @Size(max = 320) String email, @NotNull @Size(max = 4096) String password) {
    @Override
    public String toString() {
      return "NewUser[redacted]";
    }
  }
}
