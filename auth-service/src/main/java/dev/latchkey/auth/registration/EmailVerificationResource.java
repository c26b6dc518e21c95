package dev.latchkey.auth.registration;

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

/** The link of the mail. Nobody is signed in by it. */
@Path("/users/~/email/actions/verify")
public class EmailVerificationResource {

  private final EmailVerifying verifying;
  private final HttpHeaders headers;

  EmailVerificationResource(EmailVerifying verifying, @Context HttpHeaders headers) {
    this.verifying = verifying;
    this.headers = headers;
  }

  /** The token of the mail's link. */
  public record Verification(@NotNull @Size(max = 200) String token) {
    @Override
    public String toString() {
      return "Verification[redacted]";
    }
  }

  /** Opens the account that the mail's link is for. */
  @POST
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
