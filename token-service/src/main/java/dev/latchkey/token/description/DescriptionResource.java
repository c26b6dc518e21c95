package dev.latchkey.token.description;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.account.AddressBook;
import dev.latchkey.token.authorization.AuthorizationView;
import dev.latchkey.token.authorization.PathId;
import dev.latchkey.token.authorization.Showing;
import dev.latchkey.token.description.DescribingOutcome.Described;
import dev.latchkey.token.description.DescribingOutcome.EpochPassed;
import dev.latchkey.token.description.DescribingOutcome.Missing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Changes what can be changed of an authorization without making another one: its description. */
@Cancellable(false)
@Path("/oauth/authorizations/{id}")
@ApplicationScoped
public class DescriptionResource {

  private final Caller caller;
  private final Describing describing;
  private final AddressBook addresses;
  private final Showing showing;
  private final Patience patience;

  DescriptionResource(
      Caller caller,
      Describing describing,
      AddressBook addresses,
      Showing showing,
      Patience patience) {
    this.caller = caller;
    this.describing = describing;
    this.addresses = addresses;
    this.showing = showing;
    this.patience = patience;
  }

  @PATCH
  @Operation(operationId = "updateAuthorization", summary = "Describes it in other words")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> update(@PathParam("id") String id, @NotNull AuthorizationChange change) {
    var words = change.words();
    return PathId.read(id)
        .map(known -> update(Describing.Command.of(caller, known, words)))
        .orElseGet(() -> Uni.createFrom().item(PathId.missing()));
  }

  private Uni<Response> update(Describing.Command command) {
    return addresses
        .addressOf(command.account())
        .chain(email ->
            patience.limit(describing.describe(command)).map(outcome -> answer(outcome, email)));
  }

  private Response answer(DescribingOutcome outcome, String email) {
    return switch (outcome) {
      case Described described ->
          Response.ok(showing.redacted(described.authorization(), email)).build();
      case Missing missing -> PathId.missing();
      case EpochPassed passed -> TokenProblem.SECURITY_CHANGED.problem().response();
    };
  }

  /**
   * What a client wants changed.
   *
   * @param scope refused: who was given a token was given its reach with it, and children have it
   */
  @Schema(
      examples =
          """
          {"description":"Codespaces of the team"}\
          """)
  public record AuthorizationChange(
      @Schema(examples = "Codespaces of the team", maxLength = 255) @Nullable String description,
      @Schema(hidden = true) @Nullable List<@Nullable String> scope) {

    @Nullable String words() {
      if (scope != null) {
        throw new ProblemException(
            CommonProblem.INVALID_PARAMS
                .problem()
                .field("scope")
                .message("can't be changed. Make another authorization."));
      }
      return description == null ? null : Description.read(description);
    }
  }
}
