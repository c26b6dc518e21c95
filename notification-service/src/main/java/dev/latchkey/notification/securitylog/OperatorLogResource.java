package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.ServiceCaller;
import dev.latchkey.kit.problem.TimeLimit;
import dev.latchkey.notification.PatienceConfig;
import dev.latchkey.notification.securitylog.SecurityLogResource.LineView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** An operator's door (docs/how-to/operate.md). On the internal port, with an operator's key. */
@Cancellable(false)
@Path("/internal/operator/accounts/{account}/events")
class OperatorLogResource {

  private final LogPages pages;
  private final SecurityEvents events;
  private final ServiceCaller operator;
  private final RandomIds ids;
  private final Clock clock;
  private final PatienceConfig patience;

  OperatorLogResource(
      LogPages pages,
      SecurityEvents events,
      ServiceCaller operator,
      RandomIds ids,
      Clock clock,
      PatienceConfig patience) {
    this.pages = pages;
    this.events = events;
    this.operator = operator;
    this.ids = ids;
    this.clock = clock;
    this.patience = patience;
  }

  /** A page of the log as its owner sees it. That it was read is a line of it, from now on. */
  @GET
  @Operation(operationId = "showEvents", summary = "A page of an account's log (operators)")
  public Uni<RestResponse<List<LineView>>> page(
      @PathParam("account") UUID account, @HeaderParam("Range") @Nullable String range) {
    var asked = LineRange.of(range);
    var whose = new AccountId(account);
    return TimeLimit.on(read(whose, asked), patience.store()).chain(() -> pages.page(whose, asked));
  }

  /** Reading on is the same reading. */
  private Uni<Void> read(AccountId account, LineRange asked) {
    return asked.after() == null
        ? events.add(
            new SecurityEvent(
                new EventId(ids.next()),
                account,
                clock.instant(),
                LogLine.read(operator.keyId()),
                null))
        : Uni.createFrom().voidItem();
  }
}
