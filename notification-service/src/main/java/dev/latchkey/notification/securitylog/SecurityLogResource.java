package dev.latchkey.notification.securitylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.Caller;
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
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows an account's owner what happened to it. */
@Cancellable(false)
@Path("/account/security-log")
@ApplicationScoped
public class SecurityLogResource {

  private final Caller caller;
  private final LogPages pages;

  SecurityLogResource(Caller caller, LogPages pages) {
    this.caller = caller;
    this.pages = pages;
  }

  /**
   * One page, 200 lines if {@code Range: id ..; max=50} does not ask for fewer. While there are
   * more the answer is 206, and its {@code Next-Range} asks for them.
   */
  @GET
  @Operation(operationId = "showSecurityLog", summary = "A page of lines, newest first")
  public Uni<RestResponse<List<LineView>>> page(@HeaderParam("Range") @Nullable String range) {
    return pages.page(caller.account(), LineRange.of(range));
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
