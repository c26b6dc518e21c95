package dev.latchkey.auth.sshkey;

import static dev.latchkey.kit.problem.CommonProblem.INVALID_PARAMS;
import static dev.latchkey.kit.problem.CommonProblem.NOT_FOUND;
import static dev.latchkey.kit.problem.CommonProblem.UNAUTHORIZED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.paging.ListRange;
import dev.latchkey.kit.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /account/keys}, as Heroku's command line uses it. */
@Cancellable(false)
@Path("/account/keys")
class SshKeyResource {

  private static final String FIELD = "public_key";

  @Schema(
      name = "NewKey",
      examples =
          """
          {"public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl alice@laptop"}\
          """)
  record AddKey(@NotNull @JsonProperty(FIELD) String publicKey) {}

  private final Caller caller;
  private final SshKeyReading reading;
  private final SshKeyAddition addition;
  private final SshKeyRemoval removal;

  SshKeyResource(
      Caller caller, SshKeyReading reading, SshKeyAddition addition, SshKeyRemoval removal) {
    this.caller = caller;
    this.reading = reading;
    this.addition = addition;
    this.removal = removal;
  }

  @GET
  @Operation(operationId = "listKeys", summary = "All SSH keys")
  public Uni<RestResponse<List<SshKeyView>>> list(@HeaderParam("Range") @Nullable String header) {
    var range = ListRange.of(header);
    return reading
        .all(caller.account())
        .map(keys -> Page.of(keys, SshKeyView::id, range))
        .map(page -> page.answer(Function.identity()));
  }

  @POST
  @Operation(operationId = "addKey", summary = "Adds an SSH key")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SshKeyView.class)))
  public Uni<Response> add(@Valid @NotNull AddKey request) {
    return switch (SshPublicKey.read(request.publicKey())) {
      case SshPublicKey.Reading.Unreadable no -> Uni.createFrom().item(invalid(no.why()));
      case SshPublicKey.Reading.Read read -> addition.add(caller, read.key()).map(this::answer);
    };
  }

  @GET
  @Path("/{key}")
  @Operation(operationId = "showKey", summary = "One SSH key, by id or either fingerprint")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SshKeyView.class)))
  public Uni<Response> show(String key) {
    return SshKeyName.parse(key)
        .map(name -> reading.one(caller.account(), name))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.map(view -> Response.ok(view).build()).orElseGet(this::unknown));
  }

  @DELETE
  @Path("/{key}")
  @Operation(operationId = "removeKey", summary = "Removes an SSH key; answers what it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SshKeyView.class)))
  public Uni<Response> remove(String key) {
    return SshKeyName.parse(key)
        .map(name -> removal.remove(caller, name).map(this::answer))
        .orElseGet(() -> Uni.createFrom().item(unknown()));
  }

  private Response answer(SshKeyAddition.Outcome outcome) {
    return switch (outcome) {
      case SshKeyAddition.Outcome.Added added ->
          Response.status(Response.Status.CREATED).entity(added.key()).build();
      case SshKeyAddition.Outcome.Taken taken -> invalid("is already in use");
      case SshKeyAddition.Outcome.CredentialOver over -> UNAUTHORIZED.problem().response();
    };
  }

  private Response answer(SshKeyRemoval.Outcome outcome) {
    return switch (outcome) {
      case SshKeyRemoval.Outcome.Removed removed -> Response.ok(removed.key()).build();
      case SshKeyRemoval.Outcome.Unknown unknown -> unknown();
      case SshKeyRemoval.Outcome.CredentialOver over -> UNAUTHORIZED.problem().response();
    };
  }

  private Response unknown() {
    return NOT_FOUND.problem().resource("key").response();
  }

  private static Response invalid(String why) {
    return INVALID_PARAMS.problem().field(FIELD).message(why + ".").response();
  }
}
