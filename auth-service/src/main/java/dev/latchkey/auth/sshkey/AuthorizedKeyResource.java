package dev.latchkey.auth.sshkey;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.TimeLimit;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Tells a git server's sshd whose a key is (its AuthorizedKeysCommand). Asks PostgreSQL alone: Git
 * over SSH works whatever else is away. Only that outpost comes through the guard.
 */
@Cancellable(false)
@Path("/internal/authorized-keys")
public class AuthorizedKeyResource {

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final SshKeyReading reading;

  AuthorizedKeyResource(SshKeyReading reading) {
    this.reading = reading;
  }

  /** Whose it is, and the key as we have it: what sshd was shown must be the same. */
  @Schema(
      name = "AuthorizedKey",
      examples =
          """
          {"account":"01234567-89ab-4def-8123-456789abcdef",\
          "public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"}\
          """)
  record AuthorizedKey(AccountId account, @JsonProperty("public_key") String publicKey) {}

  @GET
  @Operation(
      operationId = "findAuthorizedKey",
      summary = "Whose an SSH key is, by its SHA-256 fingerprint or base64 (git servers only)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizedKey.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> find(@QueryParam("key") @NotNull @Size(max = 8192) String key) {
    return SshFingerprint.of(key)
        .map(sha256 ->
            TimeLimit.on(reading.holder(sha256), PATIENCE)
                .map(found ->
                    found.map(AuthorizedKeyResource::ok).orElseGet(AuthorizedKeyResource::nobody)))
        .orElseGet(() -> Uni.createFrom().item(nobody()));
  }

  private static Response ok(AuthorizedKey key) {
    return Response.ok(key).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Response nobody() {
    return CommonProblem.NOT_FOUND.problem().resource("key").response();
  }
}
