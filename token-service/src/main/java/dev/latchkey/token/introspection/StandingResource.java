package dev.latchkey.token.introspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.token.Patience;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Tells auth-service what an account's tokens are, for the receipt of the cascade. */
@Cancellable(false)
@Path("/internal/accounts/{account}/authorizations")
@ApplicationScoped
public class StandingResource {

  private final Reading reading;
  private final Patience patience;

  StandingResource(Reading reading, Patience patience) {
    this.reading = reading;
    this.patience = patience;
  }

  @GET
  @Operation(operationId = "listStanding", summary = "An account's live tokens (services only)")
  public Uni<List<Standing>> list(@PathParam("account") UUID account) {
    return patience
        .limit(reading.all(new AccountId(account)))
        .map(live -> live.stream().map(Standing::of).toList());
  }

  /**
   * A live authorization. Which of them a change ends can be told from {@code kind}, {@code epoch}
   * and {@code parent}, whether this service has heard of the change yet or not.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Standing(
      AuthorizationId id,
      String description,
      String kind,
      int epoch,
      Authorization.@Nullable Parent parent,
      Instant createdAt) {

    static Standing of(Authorization live) {
      return new Standing(
          live.id(),
          live.description(),
          live.kind().text(),
          live.epoch(),
          live.parent().orElse(null),
          live.createdAt());
    }
  }
}
