package dev.latchkey.web.passwordreset;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/password-reset}: the link of the mail, and the new password. */
@Path("/dashboard/password-reset")
@RunOnVirtualThread
public class PasswordResetResource {

  /** It goes into a path: nothing but what a token is made of. */
  private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z_]{1,200}");

  @CheckedTemplate(
      basePath = "passwordreset",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance newPassword(String token, Fault fault);

    static native TemplateInstance linkOver();
  }

  private final PasswordResetApi api;
  private final Jar jar;
  private final Wording wording;
  private final PasswordResetMessages messages;

  PasswordResetResource(
      @RestClient PasswordResetApi api, Jar jar, Wording wording, PasswordResetMessages messages) {
    this.api = api;
    this.jar = jar;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery @Nullable String token) {
    var link = link(token);
    return link.isEmpty() ? linkOver() : page(Templates.newPassword(link, Fault.NONE));
  }

  @POST
  public Response complete(
      @RestForm @Nullable String token,
      @RestForm @Nullable String password,
      @RestForm("password_confirmation") @Nullable String again) {
    var link = link(token);
    if (link.isEmpty()) {
      return linkOver();
    }
    if (password == null || password.isEmpty()) {
      return refused(link, Fault.at("password", messages.passwordNeeded()));
    }
    if (!password.equals(again)) {
      return refused(link, Fault.at("password_confirmation", messages.different()));
    }
    try {
      api.complete(link, new PasswordResetApi.NewPassword(password, password));
      // The session of this browser, if it had one, is dead as well.
      return Response.fromResponse(Pages.to("/dashboard/sign-in?told=password-set"))
          .cookie(jar.drop(Kind.SESSION), jar.drop(Kind.DEVICE))
          .build();
    } catch (Refusal refusal) {
      return refusal.is("invalid_token")
          ? linkOver()
          : refused(
              link, Fault.of(refusal.orThrow(), wording, "password", "password_confirmation"));
    }
  }

  /** The token; empty when it can't be one. */
  private static String link(@Nullable String text) {
    return text != null && TOKEN.matcher(text).matches() ? text : "";
  }

  private static Response linkOver() {
    return again(Templates.linkOver());
  }

  private static Response refused(String token, Fault fault) {
    return again(Templates.newPassword(token, fault));
  }
}
