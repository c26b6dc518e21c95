package dev.latchkey.token.minting;

import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Problem;
import dev.latchkey.token.Patience;
import dev.latchkey.token.authorization.AuthorizationView;
import dev.latchkey.token.minting.GrantingOutcome.Granted;
import dev.latchkey.token.minting.GrantingOutcome.NoChallenge;
import dev.latchkey.token.minting.GrantingOutcome.NotMinted;
import dev.latchkey.token.minting.GrantingOutcome.SignInFirst;
import dev.latchkey.token.minting.GrantingOutcome.UnknownClient;
import dev.latchkey.token.minting.GrantingOutcome.WrongRedirect;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** What the door of authorizations says to who lets an application in. */
final class GrantingAnswer {

  private GrantingAnswer() {}

  /** The address first: when auth-service is away nothing must have been made. */
  static Uni<Response> to(
      Uni<String> address, Patience patience, Supplier<Uni<GrantingOutcome>> grant) {
    return address.chain(
        email -> patience.limit(grant.get()).map(outcome -> answer(outcome, email)));
  }

  private static Response answer(GrantingOutcome outcome, String email) {
    return switch (outcome) {
      case Granted granted -> created(granted, email);
      case SignInFirst first ->
          invalid("client", "sign in first, then let it in with that credential.").response();
      case UnknownClient unknown -> CommonProblem.NOT_FOUND.problem().resource("client").response();
      case WrongRedirect wrong ->
          invalid("redirect_uri", "must be the one that the client has registered.").response();
      case NoChallenge none ->
          invalid("code_challenge", "a public client must use PKCE with S256.").response();
      case NotMinted refused -> MintingResource.answer(refused.why(), email, false, false);
    };
  }

  private static Response created(Granted granted, String email) {
    var code = granted.code();
    var shown = new AuthorizationView.Code(code.id(), code.code().text(), code.seconds());
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(AuthorizationView.withCode(granted.authorization(), shown, email))
        .build();
  }

  private static Problem invalid(String field, String message) {
    return CommonProblem.INVALID_PARAMS.problem().field(field).message(message);
  }
}
