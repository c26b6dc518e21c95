package dev.latchkey.web.oauthclient;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
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
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/applications/clients}: the account's OAuth clients, and another one. */
@SignedIn
@Path("/dashboard/applications/clients")
@RunOnVirtualThread
public class OAuthClientsResource {

  /**
   * What the page shows.
   *
   * @param open whether the panel for a new one is there
   * @param done what has just been done; empty for nothing
   */
  record View(
      List<OAuthClient> clients, boolean open, String done, OAuthClientForm form, Fault fault) {}

  @CheckedTemplate(basePath = "oauthclient", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(View view);
  }

  private final OAuthClientApi api;
  private final Wording wording;

  OAuthClientsResource(@RestClient OAuthClientApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  @GET
  public Response show(@RestQuery @Nullable String done) {
    return page(list(false, done == null ? "" : done, OAuthClientForm.BLANK, Fault.NONE));
  }

  @GET
  @Path("/new")
  public Response begin() {
    return page(list(true, "", OAuthClientForm.BLANK, Fault.NONE));
  }

  @POST
  @Path("/new")
  public Response register(
      @RestForm @Nullable String name,
      @RestForm("redirect_uri") @Nullable String redirectUri,
      @RestForm @Nullable String kind,
      @RestForm @Nullable String code) {
    var typed = OAuthClientForm.typed(name, redirectUri, kind);
    var wish = new OAuthClientApi.Wish(typed.name(), typed.redirectUri(), typed.open());
    try {
      return OAuthClientResource.made(api.register(Proof.code(code), wish));
    } catch (Refusal refusal) {
      var fault = Fault.ofStepUp(refusal.orThrow(), code, wording, "name", "redirect_uri", "code");
      return again(list(true, "", typed, fault));
    }
  }

  private TemplateInstance list(boolean open, String done, OAuthClientForm form, Fault fault) {
    return Templates.list(new View(api.list(), open, done, form, fault));
  }
}
