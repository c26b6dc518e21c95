package dev.latchkey.kit.identity;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Some doors of a service, one of each kind in the endpoint table, and a few that it has not. */
@Path("/")
public class DoorResource {

  /** An internal door that mfa-service may ask. */
  static final String EPOCH = "/internal/accounts/1/epoch";

  private final Caller caller;
  private final ServiceCaller service;

  DoorResource(Caller caller, ServiceCaller service) {
    this.caller = caller;
    this.service = service;
  }

  @GET
  @Path("account")
  public Map<String, String> anyToken() {
    return Map.of(
        "account", caller.account().toString(),
        "kind", caller.kind().text(),
        "credential", caller.credential().toString(),
        "epoch", Integer.toString(caller.epoch()),
        "scopes", caller.scopes().toString(),
        "proofs", caller.proofs().toString(),
        "origin", caller.origin().toString());
  }

  @PATCH
  @Path("account")
  public String ifShown() {
    return "passwordAt=" + caller.passwordAt();
  }

  @DELETE
  @Path("account")
  public String passwordAndFactor() {
    return caller.passwordAt() + " " + caller.factorAt();
  }

  @POST
  @Path("account/keys")
  public String factor() {
    return "factorAt=" + caller.factorAt();
  }

  @DELETE
  @Path("account/keys/{key}")
  public String factorFor(String key) {
    return key;
  }

  @POST
  @Path("oauth/authorizations/~/actions/regenerate-tokens")
  public String password() {
    return "passwordAt=" + caller.passwordAt();
  }

  @GET
  @Path("oauth/authorizations/~")
  public String ownKey() {
    return caller.kind().text();
  }

  @POST
  @Path("sessions/~/actions/renew")
  public String sessionOnly() {
    return caller.session().toString();
  }

  @POST
  @Path("sessions")
  public String signIn() {
    return caller.credential() + " " + caller.account();
  }

  @POST
  @Path("users")
  public String anonymous() {
    return "welcome";
  }

  @POST
  @Path("users/~/email/actions/verify")
  public String anonymousThatAsks() {
    return caller.account().toString();
  }

  @GET
  @Path("account/two-factor")
  public String anotherServices() {
    return "not mine";
  }

  @GET
  @Path("not-in-the-table")
  public String forgotten() {
    return "oops";
  }

  @GET
  @Path("internal/accounts/{id}/epoch")
  public String internal() {
    return service.name();
  }

  @GET
  @Path("internal/not-in-the-table")
  public String forgottenInside() {
    return "oops";
  }

  @GET
  @Path("internal/accounts/{account}/second-factor")
  public String anotherServicesInside() {
    return "not mine";
  }

  @GET
  @Path("internal/edge/{path:.*}")
  public String edge() {
    return service.name();
  }

  @GET
  @Path(".well-known/jwks.json")
  public String keys() {
    return "keys";
  }

  void routes(@Observes Router router) {
    router
        .get("/internal/route")
        .order(ServiceGuard.BEHIND)
        .handler(context -> context.response().end("oops").mapEmpty());
    router.get("/q/ping").handler(context -> context.response().end("pong").mapEmpty());
    router
        .get("/q/presented")
        .handler(context ->
            context.response().end(context.request().getHeader("Authorization")).mapEmpty());
  }
}
