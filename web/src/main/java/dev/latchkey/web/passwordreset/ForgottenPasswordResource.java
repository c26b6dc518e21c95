package dev.latchkey.web.passwordreset;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
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
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/forgotten-password}: asks for a link, whoever asks, in the same words. */
@Path("/dashboard/forgotten-password")
@RunOnVirtualThread
public class ForgottenPasswordResource {

  @CheckedTemplate(
      basePath = "passwordreset",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance forgotten(String email, Fault fault);

    static native TemplateInstance mailSent(String email);
  }

  private final PasswordResetApi api;
  private final Wording wording;
  private final PasswordResetMessages messages;

  ForgottenPasswordResource(
      @RestClient PasswordResetApi api, Wording wording, PasswordResetMessages messages) {
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show() {
    return page(Templates.forgotten("", Fault.NONE));
  }

  /** Shows the address once more, to be checked: it has no business in a URL. */
  @POST
  public Response ask(@RestForm @Nullable String email) {
    var typed = email == null ? "" : email.strip();
    if (typed.isEmpty()) {
      return refused(typed, Fault.at("email", messages.emailNeeded()));
    }
    try {
      api.ask(new PasswordResetApi.Wish(typed));
      return page(Templates.mailSent(typed));
    } catch (Refusal refusal) {
      return refused(typed, Fault.of(refusal.orThrow(), wording, "email"));
    }
  }

  private static Response refused(String email, Fault fault) {
    return again(Templates.forgotten(email, fault));
  }
}
