package dev.latchkey.web.authorization;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/applications/ID}: one authorization. */
@SignedIn
@Path("/dashboard/applications/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@RunOnVirtualThread
public class AuthorizationResource {

  private static final String LIST = "/dashboard/applications";

  /**
   * What its page shows.
   *
   * @param description as it is, or as it was typed
   */
  record View(Authorization one, Instant now, String description, String done, Fault fault) {}

  /** A token that is shown now and never again. */
  record TokenOnce(Authorization one, boolean rotated, Instant now) {}

  @CheckedTemplate(
      basePath = "authorization",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance details(View view);

    static native TemplateInstance rotate(Authorization one, Fault fault);

    static native TemplateInstance revoke(Authorization one, Fault fault);

    static native TemplateInstance tokenOnce(TokenOnce view);
  }

  private final ApplicationApi api;
  private final Wording wording;
  private final ApplicationMessages messages;
  private final Clock clock;

  AuthorizationResource(
      @RestClient ApplicationApi api, Wording wording, ApplicationMessages messages, Clock clock) {
    this.clock = clock;
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  static Response tokenOnce(Authorization one, boolean rotated, Instant now) {
    return page(Templates.tokenOnce(new TokenOnce(one, rotated, now)));
  }

  @GET
  public Response show(@RestPath UUID id, @RestQuery @Nullable String done) {
    var one = api.one(id);
    return page(details(one, one.description(), done == null ? "" : done, Fault.NONE));
  }

  @POST
  public Response describe(
      @RestPath UUID id, @RestForm @Nullable String description, @RestForm @Nullable String code) {
    var typed = description == null ? "" : description.strip();
    if (typed.isEmpty()) {
      return refused(id, typed, Fault.at("description", messages.descriptionNeeded()));
    }
    try {
      api.describe(id, Proof.code(code), new ApplicationApi.Words(typed));
      return Pages.to(LIST + "/" + id, "described");
    } catch (Refusal refusal) {
      return refused(
          id, typed, Fault.ofStepUp(refusal.orThrow(), code, wording, "description", "code"));
    }
  }

  @GET
  @Path("/rotate")
  public Response beforeRotation(@RestPath UUID id) {
    var one = api.one(id);
    return one.canRotate() ? page(Templates.rotate(one, Fault.NONE)) : Pages.to(LIST + "/" + id);
  }

  @POST
  @Path("/rotate")
  public Response rotate(@RestPath UUID id, @RestForm @Nullable String code) {
    try {
      return tokenOnce(api.rotate(id, Proof.code(code)), true, clock.instant());
    } catch (Refusal refusal) {
      return again(
          Templates.rotate(api.one(id), Fault.ofStepUp(refusal.orThrow(), code, wording, "code")));
    }
  }

  @GET
  @Path("/revoke")
  public Response beforeRevocation(@RestPath UUID id) {
    return page(Templates.revoke(api.one(id), Fault.NONE));
  }

  @POST
  @Path("/revoke")
  public Response revoke(@RestPath UUID id) {
    try {
      api.revoke(id);
    } catch (Refusal refusal) {
      if (!refusal.is("not_found")) {
        return again(
            Templates.revoke(api.one(id), Fault.ofStepUp(refusal.orThrow(), null, wording)));
      }
      // Somebody was faster: what was wanted is so.
    }
    return Pages.to(LIST, "revoked");
  }

  private Response refused(UUID id, String typed, Fault fault) {
    return again(details(api.one(id), typed, "", fault));
  }

  private TemplateInstance details(
      Authorization one, String description, String done, Fault fault) {
    return Templates.details(new View(one, clock.instant(), description, done, fault));
  }
}
