package dev.latchkey.web.apikey;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/api-key}: the key redacted; in full, or a new one, after the password. */
@SignedIn
@Path("/dashboard/api-key")
@RunOnVirtualThread
public class ApiKeyResource {

  private static final String FIELD = "password";

  @CheckedTemplate(basePath = "apikey", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(ApiKey key, Fault fault);

    static native TemplateInstance regenerate(ApiKey key, Fault fault);

    static native TemplateInstance inFull(ApiKey key, boolean fresh);
  }

  private final ApiKeyApi api;
  private final Wording wording;

  ApiKeyResource(@RestClient ApiKeyApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  @GET
  public Response show() {
    return page(Templates.overview(redacted(), Fault.NONE));
  }

  @POST
  public Response reveal(@RestForm @Nullable String password) {
    var proof = Proof.password(password);
    if (proof == null) {
      // Without one the platform would show the key redacted, and refuse nothing.
      return again(Templates.overview(redacted(), Fault.at(FIELD, wording.passwordNeeded())));
    }
    try {
      return page(Templates.inFull(api.show(proof), false));
    } catch (Refusal refusal) {
      return again(Templates.overview(redacted(), fault(refusal)));
    }
  }

  @GET
  @Path("/regenerate")
  public Response beforeRegeneration() {
    return page(Templates.regenerate(redacted(), Fault.NONE));
  }

  @POST
  @Path("/regenerate")
  public Response regenerate(@RestForm @Nullable String password) {
    try {
      return page(Templates.inFull(api.regenerate(Proof.password(password)), true));
    } catch (Refusal refusal) {
      return again(Templates.regenerate(redacted(), fault(refusal)));
    }
  }

  private ApiKey redacted() {
    return api.show(null);
  }

  private Fault fault(Refusal refusal) {
    return refusal.is("rate_limit")
        ? Fault.at(FIELD, wording.of(refusal))
        : Fault.of(refusal.orThrow(), wording, FIELD);
  }
}
