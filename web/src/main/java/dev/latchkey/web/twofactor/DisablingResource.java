package dev.latchkey.web.twofactor;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.ChangePage.Change;
import dev.latchkey.web.twofactor.StepUp.Ask;
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

/** {@code /dashboard/two-factor/disable}: switching two-factor off. */
@SignedIn
@Path("/dashboard/two-factor/disable")
@RunOnVirtualThread
public class DisablingResource {

  @CheckedTemplate(basePath = "twofactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance disable(Ask ask);
  }

  private final TwoFactorApi api;
  private final StepUp stepUp;
  private final Renewal renewal;
  private final TwoFactorMessages messages;

  DisablingResource(
      @RestClient TwoFactorApi api, StepUp stepUp, Renewal renewal, TwoFactorMessages messages) {
    this.api = api;
    this.stepUp = stepUp;
    this.renewal = renewal;
    this.messages = messages;
  }

  @GET
  public Response ask() {
    return api.show().enabled()
        ? page(Templates.disable(Ask.first(false)))
        : Pages.to(TwoFactorResource.SET_UP);
  }

  @POST
  public Response disable(@RestForm @Nullable String password, @RestForm @Nullable String code) {
    try {
      var change = api.disable(Proof.password(password), Proof.code(code));
      return renewal.with(ChangePage.of(Change.DISABLED, change));
    } catch (Refusal refusal) {
      return switch (refusal.id()) {
        case "not_found" -> Pages.to(TwoFactorResource.SET_UP);
        // Signed in before two-factor was on: whoever stole that session must not undo it.
        case "forbidden" ->
            again(Templates.disable(new Ask(true, Fault.at("code", messages.codeDue()))));
        default -> again(Templates.disable(stepUp.again(refusal, code != null, code)));
      };
    }
  }
}
