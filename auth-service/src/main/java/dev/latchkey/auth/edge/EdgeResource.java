package dev.latchkey.auth.edge;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway asks who a request is: the same method and path below {@code /internal/edge},
 * without the body (Envoy's HTTP external authorization). 200 with the identity in a header, or the
 * answer for the client.
 */
@Cancellable(false)
@Path("/internal/edge/{path:.*}")
public class EdgeResource {

  private static final String PREFIX = "/internal/edge";

  /** No resource has a longer one; it would not fit into an identity that names it either. */
  private static final int LONGEST_PATH = 1024;

  private final ProvenanceCheck provenance;
  private final EdgeCheck check;

  EdgeResource(ProvenanceCheck provenance, EdgeCheck check) {
    this.provenance = provenance;
    this.check = check;
  }

  @GET
  @Operation(operationId = "checkEdgeGet", summary = "Who a GET is (gateway only)")
  public Uni<Response> get(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Verb.GET, uri, headers);
  }

  @POST
  @Operation(operationId = "checkEdgePost", summary = "Who a POST is (gateway only)")
  public Uni<Response> post(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Verb.POST, uri, headers);
  }

  @PUT
  @Operation(operationId = "checkEdgePut", summary = "Who a PUT is (gateway only)")
  public Uni<Response> put(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Verb.PUT, uri, headers);
  }

  @PATCH
  @Operation(operationId = "checkEdgePatch", summary = "Who a PATCH is (gateway only)")
  public Uni<Response> patch(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Verb.PATCH, uri, headers);
  }

  @DELETE
  @Operation(operationId = "checkEdgeDelete", summary = "Who a DELETE is (gateway only)")
  public Uni<Response> delete(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Verb.DELETE, uri, headers);
  }

  private Uni<Response> answer(Verb verb, UriInfo uri, HttpHeaders headers) {
    // Raw: an escaped slash or tilde must not turn one path into another (the gateway refuses
    // them).
    var path = uri.getRequestUri().getRawPath().substring(PREFIX.length());
    if (path.length() > LONGEST_PATH) {
      return Uni.createFrom().item(CommonProblem.NOT_FOUND.problem().response());
    }
    return provenance
        .of(headers)
        .chain(from ->
            switch (from) {
              case Provenance.Unbelievable no ->
                  Uni.createFrom().item(CommonProblem.BAD_REQUEST.problem().response());
              case Provenance.Direct(var origin) ->
                  answer(new EdgeRequest(verb, path, headers, origin));
              case Provenance.ThroughWeb(var origin) ->
                  answer(new EdgeRequest(verb, path, headers, origin))
                      .map(answer -> told(answer, origin));
            });
  }

  private Uni<Response> answer(EdgeRequest request) {
    return check.check(request).map(EdgeResource::response);
  }

  private static Response response(EdgeOutcome outcome) {
    return switch (outcome) {
      case EdgeOutcome.Anonymous anonymous -> passed(null, anonymous.presentedToken());
      case EdgeOutcome.Refused refused -> refused.problem().response();
      case EdgeOutcome.Known known -> passed(known.identity(), known.presentedToken());
    };
  }

  private static Response passed(@Nullable String identity, @Nullable String presentedToken) {
    var response = Response.ok();
    // A header that is set to null is not sent.
    response.header(Headers.IDENTITY, identity);
    response.header(Headers.PRESENTED_TOKEN, presentedToken);
    return response.build();
  }

  /** What passes goes on with these in the place of web's own (Headers.FROM_EDGE). */
  private static Response told(Response answer, Origin origin) {
    return answer.getStatus() == Response.Status.OK.getStatusCode()
        ? Response.fromResponse(answer)
            .header("X-Forwarded-For", origin.ip())
            .header(HttpHeaders.USER_AGENT, origin.client())
            .build()
        : answer;
  }
}
