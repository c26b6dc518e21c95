package dev.latchkey.notification.phoneline;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.TimeLimit;
import dev.latchkey.notification.phoneline.PhoneLines.PhoneLine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Tells mfa-service what kind of line a number is. What follows from it is mfa-service's policy.
 */
@Cancellable(false)
@Path("/internal/phone-line")
@ApplicationScoped
public class PhoneLineResource {

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final PhoneLines lines;

  PhoneLineResource(PhoneLines lines) {
    this.lines = lines;
  }

  /** The number is in the body, because addresses of requests are logged and traced. */
  @POST
  @Operation(operationId = "lookUpLine", summary = "What kind of line a number is (services only)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Line.class)))
  @APIResponse(responseCode = "503", description = "nobody can tell now")
  public Uni<Response> lookUp(@Valid @NotNull Question question) {
    return TimeLimit.on(lines.of(question.number()), PATIENCE)
        .map(found -> found.map(Line::of).map(line -> Response.ok(line).build()))
        .map(answer -> answer.orElseGet(PhoneLineResource::nobodyKnows))
        .onFailure(RejectedExecutionException.class)
        .recoverWithItem(PhoneLineResource::nobodyKnows);
  }

  private static Response nobodyKnows() {
    return CommonProblem.UNAVAILABLE.problem().retryAfter(Duration.ofSeconds(5)).response();
  }

  /** A number in E.164. */
  public record Question(@NotNull @Pattern(regexp = "\\+[1-9][0-9]{6,14}") String number) {
    @Override
    public String toString() {
      return "Question[redacted]";
    }
  }

  /**
   * A line.
   *
   * @param carrier whose it is; null when that is not known
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(LineType type, @Nullable String carrier) {
    static Line of(PhoneLine found) {
      return new Line(found.type(), found.carrier());
    }
  }
}
