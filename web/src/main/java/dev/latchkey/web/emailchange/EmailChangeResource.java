package dev.latchkey.web.emailchange;

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

/** {@code /dashboard/email}: another address. Whether somebody has it is not told. */
@SignedIn
@Path("/dashboard/email")
@RunOnVirtualThread
public class EmailChangeResource {

  @CheckedTemplate(basePath = "emailchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance email(String email, Fault fault);

    static native TemplateInstance mailSent(String email);
  }

  private final EmailChangeApi api;
  private final Wording wording;
  private final EmailChangeMessages messages;

  EmailChangeResource(
      @RestClient EmailChangeApi api, Wording wording, EmailChangeMessages messages) {
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show() {
    return page(Templates.email("", Fault.NONE));
  }

  /** Shows the new address once more, to be checked: it has no business in a URL. */
  @POST
  public Response ask(
      @RestForm @Nullable String email,
      @RestForm @Nullable String password,
      @RestForm @Nullable String code) {
    var typed = email == null ? "" : email.strip();
    if (typed.isEmpty()) {
      return refused(typed, Fault.at("email", messages.emailNeeded()));
    }
    if (password == null || password.isEmpty()) {
      return refused(typed, Fault.at("password", wording.passwordNeeded()));
    }
    try {
      api.ask(Proof.password(password), Proof.code(code), new EmailChangeApi.Change(typed));
      return page(Templates.mailSent(typed));
    } catch (Refusal refusal) {
      return refused(
          typed, Fault.ofStepUp(refusal.orThrow(), code, wording, "email", "password", "code"));
    }
  }

  private static Response refused(String email, Fault fault) {
    return again(Templates.email(email, fault));
  }
}
