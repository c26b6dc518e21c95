package dev.latchkey.auth.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.problem.CommonProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * What other services ask of an account: its epoch when they write, its addresses when they send.
 */
@Cancellable(false)
@Path("/internal/accounts/{id}")
public class InternalAccountResource {

  private final Accounts accounts;

  InternalAccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The account's current epoch. */
  public record Epoch(int epoch) {}

  /** Every validated address of the account. */
  public record Addresses(List<String> emails) {}

  @GET
  @Path("/epoch")
  @WithSession
  @Operation(operationId = "showEpoch", summary = "An account's epoch (services only)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Epoch.class)))
  public Uni<Response> epoch(@PathParam("id") UUID id) {
    return accounts
        .epochOf(new AccountId(id))
        .map(found ->
            found
                .map(epoch -> Response.ok(new Epoch(epoch)).build())
                .orElseGet(InternalAccountResource::missing));
  }

  @GET
  @Path("/addresses")
  @WithSession
  @Operation(
      operationId = "showAddresses",
      summary = "An account's validated addresses (services only)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = Addresses.class)))
  public Uni<Response> addresses(@PathParam("id") UUID id) {
    return accounts
        .byId(new AccountId(id))
        .map(found ->
            found
                .map(account -> new Addresses(List.of(account.email().value())))
                .map(addresses -> Response.ok(addresses).build())
                .orElseGet(InternalAccountResource::missing));
  }

  private static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("account").response();
  }
}
