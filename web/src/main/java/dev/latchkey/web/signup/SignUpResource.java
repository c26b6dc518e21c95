package dev.latchkey.web.signup;

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

/** {@code /dashboard/sign-up}: a new account. A taken address gets the same pages. */
@Path("/dashboard/sign-up")
@RunOnVirtualThread
public class SignUpResource {

  @CheckedTemplate(basePath = "signup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance signUp(String email, Fault fault);

    static native TemplateInstance mailSent(String email);
  }

  private final SignUpApi api;
  private final Wording wording;
  private final SignUpMessages messages;

  SignUpResource(@RestClient SignUpApi api, Wording wording, SignUpMessages messages) {
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show() {
    return page(Templates.signUp("", Fault.NONE));
  }

  /**
   * Not led on by an address of its own: what was typed is shown once more, to be checked, and a
   * mail address has no business in a URL.
   */
  @POST
  public Response signUp(@RestForm @Nullable String email, @RestForm @Nullable String password) {
    var typed = email == null ? "" : email.strip();
    if (typed.isEmpty()) {
      return refused(typed, Fault.at("email", messages.emailNeeded()));
    }
    if (password == null || password.isEmpty()) {
      return refused(typed, Fault.at("password", messages.passwordNeeded()));
    }
    try {
      api.signUp(new SignUpApi.NewUser(typed, password));
      return page(Templates.mailSent(typed));
    } catch (Refusal refusal) {
      return refused(typed, Fault.of(refusal.orThrow(), wording, "email", "password"));
    }
  }

  private static Response refused(String email, Fault fault) {
    return again(Templates.signUp(email, fault));
  }
}
