package dev.latchkey.token.minting;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.account.AddressBook;
import dev.latchkey.token.authorization.AuthorizationView;
import dev.latchkey.token.minting.MintingOutcome.ByApplication;
import dev.latchkey.token.minting.MintingOutcome.EpochPassed;
import dev.latchkey.token.minting.MintingOutcome.Minted;
import dev.latchkey.token.minting.MintingOutcome.Outranked;
import dev.latchkey.token.minting.MintingOutcome.ParentEnded;
import dev.latchkey.token.minting.MintingOutcome.TooMany;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Makes authorizations; with a password or a token in its place the command line signs in. */
@Cancellable(false)
@Path("/oauth/authorizations")
@ApplicationScoped
public class MintingResource {

  private final Caller caller;
  private final Minting minting;
  private final Granting granting;
  private final AddressBook addresses;
  private final Patience patience;

  MintingResource(
      Caller caller, Minting minting, Granting granting, AddressBook addresses, Patience patience) {
    this.caller = caller;
    this.minting = minting;
    this.granting = granting;
    this.addresses = addresses;
    this.patience = patience;
  }

  @POST
  @Operation(
      operationId = "createAuthorization",
      summary = "Makes a token, or a code for a client; the answer alone has it in full")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> mint(@NotNull NewAuthorization wanted) {
    var maker = Maker.of(caller);
    var command = wanted.command(maker);
    var wish = wanted.wish();
    if (wish != null) {
      return GrantingAnswer.to(
          addresses.addressOf(maker.account()), patience, () -> granting.grant(command, wish));
    }
    boolean typed = maker.kind() == CredentialKind.PASSWORD;
    boolean recovered = typed && caller.proofs().contains(Proof.RECOVERY_CODE);
    // The address first: when auth-service is away nothing must have been made.
    return addresses
        .addressOf(maker.account())
        .chain(email ->
            patience
                .limit(minting.mint(command))
                .map(outcome -> answer(outcome, email, typed, recovered)));
  }

  static Response answer(MintingOutcome outcome, String email, boolean typed, boolean recovered) {
    return switch (outcome) {
      case Minted minted -> created(minted, email, recovered);
      case Outranked refused ->
          CommonProblem.FORBIDDEN
              .problem()
              .message("An authorization can't reach further than the one that makes it.")
              .response();
      case ByApplication refused ->
          CommonProblem.FORBIDDEN
              .problem()
              .message("An application's token makes no authorizations: a person does.")
              .response();
      case TooMany many ->
          CommonProblem.FORBIDDEN
              .problem()
              .message("This account has too many authorizations. Revoke some that are not used.")
              .response();
      case ParentEnded gone -> CommonProblem.UNAUTHORIZED.problem().response();
      // A half-finished sign-in is dead; a live credential must never hear 401.
      case EpochPassed passed ->
          typed
              ? CommonProblem.UNAUTHORIZED.problem().response()
              : TokenProblem.SECURITY_CHANGED.problem().response();
    };
  }

  private static Response created(Minted minted, String email, boolean recovered) {
    var token = minted.token().text();
    var made = minted.authorization();
    var view = AuthorizationView.inFull(made, token, email, made.createdAt());
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(recovered ? view.afterRecovery() : view)
        .build();
  }
}
