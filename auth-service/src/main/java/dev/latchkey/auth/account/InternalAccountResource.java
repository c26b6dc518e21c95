package dev.latchkey.auth.account;

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

/**
 * What other services ask of an account: its epoch when they write, its addresses when they send.
 */
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
