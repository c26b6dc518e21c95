package dev.latchkey.notification.securitylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.TimeLimit;
import dev.latchkey.notification.PatienceConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows an account's owner what happened to it. */
@Cancellable(false)
@Path("/account/security-log")
@ApplicationScoped
public class SecurityLogResource {

  private final Caller caller;
  private final SecurityEvents events;
  private final PatienceConfig patience;

  SecurityLogResource(Caller caller, SecurityEvents events, PatienceConfig patience) {
    this.caller = caller;
    this.events = events;
    this.patience = patience;
  }

  /**
   * One page, 200 lines if {@code Range: id ..; max=50} does not ask for fewer. While there are
   * more the answer is 206, and its {@code Next-Range} asks for them.
   */
  @GET
  @Operation(operationId = "showSecurityLog", summary = "A page of lines, newest first")
  public Uni<RestResponse<List<LineView>>> page(@HeaderParam("Range") @Nullable String range) {
    var asked = LineRange.of(range);
    return TimeLimit.on(lines(asked), patience.store()).map(found -> answer(asked, found));
  }

  /** One more than asked for tells whether there are more. */
  private Uni<List<SecurityEvent>> lines(LineRange asked) {
    var after = asked.after();
    return after == null
        ? events.newest(caller.account(), asked.most() + 1)
        : events.olderThan(caller.account(), after, asked.most() + 1);
  }

  private static RestResponse<List<LineView>> answer(LineRange asked, List<SecurityEvent> found) {
    var page = found.stream().limit(asked.most()).toList();
    boolean more = found.size() > page.size();
    var answer =
        ResponseBuilder.create(
                more ? Status.PARTIAL_CONTENT : Status.OK, page.stream().map(LineView::of).toList())
            .header("Accept-Ranges", "id");
    if (!page.isEmpty()) {
      answer.header("Content-Range", "id " + page.getFirst().id + ".." + page.getLast().id);
    }
    if (more) {
      answer.header("Next-Range", asked.next(page.getLast().id));
    }
    return answer.build();
  }

  /**
   * One line.
   *
   * @param type word of what happened: {@code mfa_enabled}
   * @param ip where it came from; null when the platform itself did it
   * @param data details, depending on the type
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(
      name = "SecurityLogLine",
      examples =
          """
          {"id":"01234567-89ab-4def-8123-456789abcdef","type":"mfa_enabled",\
          "created_at":"2026-11-21T12:00:00Z","ip":"192.0.2.7","client":"curl/8",\
          "data":{"replaced":false}}\
          """)
  public record LineView(
      EventId id,
      String type,
      Instant createdAt,
      @Nullable String ip,
      @Nullable String client,
      Map<String, Object> data) {

    static LineView of(SecurityEvent line) {
      return new LineView(
          new EventId(line.id), line.type, line.at, line.ip, line.client, line.data);
    }
  }
}
