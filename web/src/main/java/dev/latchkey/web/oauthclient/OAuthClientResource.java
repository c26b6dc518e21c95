package dev.latchkey.web.oauthclient;

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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/applications/clients/ID}: one OAuth client of the account. */
@SignedIn
@Path("/dashboard/applications/clients/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@RunOnVirtualThread
public class OAuthClientResource {

  private static final String LIST = "/dashboard/applications/clients";

  /** What its page shows. */
  record View(OAuthClient client, OAuthClientForm form, String done, Fault fault) {}

  @CheckedTemplate(basePath = "oauthclient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance details(View view);

    static native TemplateInstance rotate(OAuthClient client, Fault fault);

    static native TemplateInstance delete(OAuthClient client, Fault fault);

    static native TemplateInstance made(OAuthClient client, boolean rotated);
  }

  private final OAuthClientApi api;
  private final Wording wording;

  OAuthClientResource(@RestClient OAuthClientApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  static Response made(OAuthClient client) {
    return page(Templates.made(client, false));
  }

  @GET
  public Response show(@RestPath UUID id, @RestQuery @Nullable String done) {
    var client = own(id);
    return page(
        Templates.details(
            new View(client, OAuthClientForm.of(client), done == null ? "" : done, Fault.NONE)));
  }

  @POST
  public Response change(
      @RestPath UUID id,
      @RestForm @Nullable String name,
      @RestForm("redirect_uri") @Nullable String redirectUri,
      @RestForm @Nullable String code) {
    var typed = OAuthClientForm.typed(name, redirectUri, null);
    var change = new OAuthClientApi.Change(typed.name(), typed.redirectUri());
    try {
      api.change(id, Proof.code(code), change);
      return Pages.to(LIST + "/" + id, "changed");
    } catch (Refusal refusal) {
      var fault = Fault.ofStepUp(refusal.orThrow(), code, wording, "name", "redirect_uri", "code");
      return again(Templates.details(new View(own(id), typed, "", fault)));
    }
  }

  @GET
  @Path("/rotate")
  public Response beforeRotation(@RestPath UUID id) {
    var client = own(id);
    return client.open() ? Pages.to(LIST + "/" + id) : page(Templates.rotate(client, Fault.NONE));
  }

  @POST
  @Path("/rotate")
  public Response rotate(@RestPath UUID id, @RestForm @Nullable String code) {
    try {
      return page(Templates.made(api.rotate(id, Proof.code(code)), true));
    } catch (Refusal refusal) {
      return again(
          Templates.rotate(own(id), Fault.ofStepUp(refusal.orThrow(), code, wording, "code")));
    }
  }

  @GET
  @Path("/delete")
  public Response beforeDeletion(@RestPath UUID id) {
    return page(Templates.delete(own(id), Fault.NONE));
  }

  @POST
  @Path("/delete")
  public Response delete(@RestPath UUID id, @RestForm @Nullable String code) {
    try {
      api.delete(id, Proof.code(code));
    } catch (Refusal refusal) {
      if (!refusal.is("not_found")) {
        return again(
            Templates.delete(own(id), Fault.ofStepUp(refusal.orThrow(), code, wording, "code")));
      }
      // Somebody was faster: what was wanted is so.
    }
    return Pages.to(LIST, "deleted");
  }

  /** The API shows anybody's client to everybody; the page is for its owner alone. */
  private OAuthClient own(UUID id) {
    return api.list().stream()
        .filter(client -> client.id().equals(id))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
