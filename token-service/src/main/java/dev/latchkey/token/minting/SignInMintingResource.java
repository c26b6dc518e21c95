package dev.latchkey.token.minting;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.authorization.NewToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Where auth-service has a command line signed in that somebody let in with a browser. Only it may
 * ask, by the table of internal endpoints: whoever can call this is everybody.
 */
@Cancellable(false)
@Path("/internal/sign-ins")
@ApplicationScoped
public class SignInMintingResource {

  private final SignInMinting minting;
  private final Patience patience;

  SignInMintingResource(SignInMinting minting, Patience patience) {
    this.minting = minting;
    this.patience = patience;
  }

  /** The token, told this once. */
  record SignedIn(String token) {
    @Override
    public String toString() {
      return "SignedIn[redacted]";
    }
  }

  @POST
  @Operation(
      operationId = "mintSignIn",
      summary = "Signs a command line in for auth-service (services only)")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = SignedIn.class)))
  @APIResponse(responseCode = "403", ref = "Problem403")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> mint(@Valid @NotNull MintSignIn wish) {
    return patience
        .limit(minting.mint(wish))
        .map(made ->
            made.map(SignInMintingResource::created)
                .orElseGet(() -> TokenProblem.SECURITY_CHANGED.problem().response()));
  }

  private static Response created(NewToken token) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new SignedIn(token.text()))
        .build();
  }
}
