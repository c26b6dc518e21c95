package dev.latchkey.auth.registration;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.auth.origin.Origins;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.profile.AccountView;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The link of the mail. Nobody is signed in by it. */
@Cancellable(false)
@Path("/users/~/email/actions/verify")
public class EmailVerificationResource {

  private final EmailVerifying verifying;
  private final HttpHeaders headers;

  EmailVerificationResource(EmailVerifying verifying, @Context HttpHeaders headers) {
    this.verifying = verifying;
    this.headers = headers;
  }

  /** The token of the mail's link. */
  @Schema(
      name = "EmailVerification",
      examples =
          """
          {"token":"lkot_0Qx7…"}\
          """)
  public record Verification(@NotNull @Size(max = 200) String token) {
    @Override
    public String toString() {
      return "Verification[redacted]";
    }
  }

  /** Opens the account that the mail's link is for. */
  @POST
  @Operation(
      operationId = "verifyEmail",
      summary = "Opens the account that the link in the mail is for")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> verify(@Valid @NotNull Verification verification) {
    return OpaqueToken.parse(verification.token())
        .map(token -> verifying.verify(token, Origins.of(headers)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found ->
            found
                .map(account -> Response.ok(AccountView.of(account)).build())
                .orElseGet(() -> AuthProblem.INVALID_TOKEN.problem().response()));
  }
}
