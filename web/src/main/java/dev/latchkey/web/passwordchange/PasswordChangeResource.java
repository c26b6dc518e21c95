package dev.latchkey.web.passwordchange;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/password}: another password. This browser stays signed in, nothing else. */
@SignedIn
@Path("/dashboard/password")
@RunOnVirtualThread
public class PasswordChangeResource {

  private static final Logger log = Logger.getLogger(PasswordChangeResource.class);

  @CheckedTemplate(
      basePath = "passwordchange",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance password(boolean secondFactor, boolean changed, Fault fault);
  }

  private final PasswordChangeApi api;
  private final Visit visit;
  private final Jar jar;
  private final Wording wording;
  private final PasswordChangeMessages messages;

  PasswordChangeResource(
      @RestClient PasswordChangeApi api,
      Visit visit,
      Jar jar,
      Wording wording,
      PasswordChangeMessages messages) {
    this.api = api;
    this.visit = visit;
    this.jar = jar;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery @Nullable String done) {
    return page(Templates.password(secondFactor(), done != null, Fault.NONE));
  }

  @POST
  public Response change(
      @RestForm @Nullable String password, @RestForm("new_password") @Nullable String wanted) {
    if (password == null || password.isEmpty()) {
      return refused(Fault.at("password", messages.currentNeeded()));
    }
    if (wanted == null || wanted.isEmpty()) {
      return refused(Fault.at("new_password", messages.newNeeded()));
    }
    try {
      api.change(Proof.password(password), new PasswordChangeApi.Change(wanted));
    } catch (Refusal refusal) {
      return refused(Fault.of(refusal.orThrow(), wording, "password", "new_password"));
    }
    return renewed(Response.fromResponse(Pages.to("/dashboard/password", "changed")));
  }

  /** Whoever had got hold of the cookie has nothing any more (ASVS 7.2.4). */
  private Response renewed(Response.ResponseBuilder answer) {
    try {
      var renewed = api.renew();
      answer.cookie(
          jar.keep(Kind.SESSION, renewed.token(), Duration.ofSeconds(renewed.expiresIn())));
    } catch (Refusal | ProcessingException failed) {
      // The password is changed all the same, and the old token goes on.
      log.warnf("session not renewed outcome=%s", failed.getMessage());
    }
    return answer.build();
  }

  private Response refused(Fault fault) {
    return again(Templates.password(secondFactor(), false, fault));
  }

  private boolean secondFactor() {
    return visit.account().twoFactorAuthentication();
  }
}
