package dev.latchkey.mfa.operator;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.ServiceCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** An operator's door (docs/how-to/operate.md). On the internal port, with an operator's key. */
@Cancellable(false)
@Path("/internal/operator/accounts/{account}/two-factor")
class UnlockResource {

  private final Forgiving forgiving;
  private final ServiceCaller operator;

  UnlockResource(Forgiving forgiving, ServiceCaller operator) {
    this.forgiving = forgiving;
    this.operator = operator;
  }

  /** 204 also where two-factor is off. What is off by 100 wrong codes in a row stays off. */
  @POST
  @Path("/actions/unlock")
  @Operation(operationId = "unlockCodes", summary = "Gives attempts at codes back (operators)")
  public Uni<Response> unlock(@PathParam("account") UUID account) {
    return forgiving
        .forgive(new AccountId(account), operator.keyId())
        .map(_ -> Response.noContent().build());
  }
}
