package dev.latchkey.auth.emailchange;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.auth.origin.Origins;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.auth.profile.AccountView;
import dev.latchkey.auth.registration.EmailVerifying;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
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
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The link of the mail, of a sign-up or of a change of address. Nobody is signed in by it. */
@Cancellable(false)
@Path("/users/~/email/actions/verify")
public class EmailVerificationResource {

  private final EmailVerifying verifying;
  private final EmailConfirming confirming;
  private final HttpHeaders headers;

  EmailVerificationResource(
      EmailVerifying verifying, EmailConfirming confirming, @Context HttpHeaders headers) {
    this.verifying = verifying;
    this.confirming = confirming;
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

  /**
   * A changed address. Whoever reads that mailbox is not signed in, and a mistyped one may be
   * somebody else's: nothing more of the account is told.
   */
  public record ConfirmedView(AccountId id, String email, boolean verified) {}

  /** Opens the account, or changes the address, that the mail's link is for. */
  @POST
  @Operation(
      operationId = "verifyEmail",
      summary = "Opens the account, or changes the address, that the link in the mail is for")
  @APIResponse(
      responseCode = "200",
      description = "The new account; of one that changed its address id, email and verified only",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> verify(@Valid @NotNull Verification verification) {
    var origin = Origins.of(headers);
    return OpaqueToken.parse(verification.token())
        .map(token -> verified(token, origin))
        .orElseGet(() -> Uni.createFrom().item(AuthProblem.INVALID_TOKEN.problem().response()));
  }

  private Uni<Response> verified(OpaqueToken token, Origin origin) {
    return verifying
        .verify(token, origin)
        // Two links for one address, opened at once: the second has come too late.
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(Optional.empty())
        .chain(opened ->
            opened
                .map(account -> Response.ok(AccountView.of(account)).build())
                .map(answer -> Uni.createFrom().item(answer))
                .orElseGet(() -> confirmed(token, origin)));
  }

  private Uni<Response> confirmed(OpaqueToken token, Origin origin) {
    return confirming
        .confirm(token, origin)
        .map(found ->
            found
                .map(done -> new ConfirmedView(done.id(), done.email().value(), true))
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> AuthProblem.INVALID_TOKEN.problem().response()));
  }
}
