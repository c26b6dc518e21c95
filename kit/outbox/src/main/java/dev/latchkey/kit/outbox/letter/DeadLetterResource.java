package dev.latchkey.kit.outbox.letter;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.kit.identity.ServiceCaller;
import dev.latchkey.kit.outbox.Ears;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.Outage;
import dev.latchkey.kit.problem.TimeLimit;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Operators' doors (docs/runbooks/dead-letters.md). On the internal port, with their key. */
@Cancellable(false)
@Path("/internal/operator/dead-letters/{service}")
class DeadLetterResource {

  /** Longer than reading and hearing are given; an ear that hangs does not keep its caller. */
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final Letterbox letterbox;
  private final Replaying replaying;
  private final Ears ears;
  private final ServiceCaller operator;
  private final Vertx vertx;

  DeadLetterResource(
      Letterbox letterbox, Replaying replaying, Ears ears, ServiceCaller operator, Vertx vertx) {
    this.letterbox = letterbox;
    this.replaying = replaying;
    this.ears = ears;
    this.operator = operator;
    this.vertx = vertx;
  }

  /** What no replay has dealt with yet, topic by topic, the oldest first. */
  @GET
  @Operation(operationId = "listDeadLetters", summary = "What it could not handle (operators)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Listed.class)))
  public Uni<Response> list(@PathParam("service") String service) {
    if (!ours(service)) {
      return Uni.createFrom().item(missing());
    }
    var who = operator.keyId();
    return TimeLimit.on(vertx.executeBlocking(letterbox::read, false), PATIENCE)
        .invoke(found ->
            Log.infof(
                "operator acted operator=%s outcome=dead_letters_listed letters=%d",
                who, found.letters().size()))
        .map(found -> Response.ok(Listed.of(found)).build());
  }

  /** Has the service hear them once more. */
  @POST
  @Path("/actions/replay")
  @Operation(
      operationId = "replayDeadLetters",
      summary = "Hears its dead letters again (operators)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ReplayOutcome.Replayed.class)))
  public Uni<Response> replay(@PathParam("service") String service) {
    if (!ours(service)) {
      return Uni.createFrom().item(missing());
    }
    return TimeLimit.on(replaying.replay(operator.keyId()), PATIENCE)
        .map(outcome ->
            switch (outcome) {
              case ReplayOutcome.Replayed done -> Response.ok(done).build();
              case ReplayOutcome.Away _ -> Outage.problem().response();
            });
  }

  private boolean ours(String service) {
    return service.equals(ears.hearer().service());
  }

  private static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("service").response();
  }

  /** A list, or its beginning. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DeadLetters")
  record Listed(List<LetterView> deadLetters, boolean more) {
    Listed {
      deadLetters = List.copyOf(deadLetters);
    }

    static Listed of(LettersFound found) {
      return new Listed(found.letters().stream().map(LetterView::of).toList(), found.more());
    }
  }
}
