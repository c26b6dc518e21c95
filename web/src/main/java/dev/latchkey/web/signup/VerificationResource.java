package dev.latchkey.web.signup;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dashboard/verify}: the link of the mail. Opening it does nothing yet: programs that look
 * for malice in mails open links too, and would use this one up before its person does.
 */
@Path("/dashboard/verify")
@RunOnVirtualThread
public class VerificationResource {

  @CheckedTemplate(basePath = "signup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance verify(String token, Fault fault);

    static native TemplateInstance addressChanged();

    static native TemplateInstance linkOver();
  }

  private final SignUpApi api;
  private final Wording wording;

  VerificationResource(@RestClient SignUpApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  @GET
  public Response show(@RestQuery @Nullable String token) {
    return token == null || token.isBlank()
        ? again(Templates.linkOver())
        : page(Templates.verify(token.strip(), Fault.NONE));
  }

  @POST
  public Response verify(@RestForm @Nullable String token) {
    var link = token == null ? "" : token;
    try {
      return api.verify(new SignUpApi.Verification(link)).isNew()
          ? Pages.to("/dashboard/sign-in?told=verified")
          : Pages.to("/dashboard/verify/address-changed");
    } catch (Refusal refusal) {
      // Longer than any token, or not text: it is no link of ours either.
      return refusal.is("invalid_token") || refusal.is("invalid_params")
          ? again(Templates.linkOver())
          : again(Templates.verify(link, Fault.of(refusal.orThrow(), wording)));
    }
  }

  /** For whoever is signed in, and whoever is not: the mail may be read on another device. */
  @GET
  @Path("/address-changed")
  public Response addressChanged() {
    return page(Templates.addressChanged());
  }
}
