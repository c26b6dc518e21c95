package dev.latchkey.web.twofactor;

import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.twofactor.TwoFactorApi.State;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/two-factor}: how things are; where it is off, the way to switch it on. */
@SignedIn
@Path(TwoFactorResource.PATH)
@RunOnVirtualThread
public class TwoFactorResource {

  /** This page. */
  public static final String PATH = "/dashboard/two-factor";

  /** The first page of switching two-factor on, or over. */
  public static final String SET_UP = PATH + "/set-up";

  @CheckedTemplate(basePath = "twofactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance state(State state, boolean over, boolean phoneRemoved);

    static native TemplateInstance afterRecoveryCode(State state);
  }

  private final TwoFactorApi api;

  TwoFactorResource(@RestClient TwoFactorApi api) {
    this.api = api;
  }

  @GET
  public Response show(@RestQuery @Nullable String over, @RestQuery @Nullable String removed) {
    var state = api.show();
    return state.enabled()
        ? page(Templates.state(state, over != null, removed != null))
        : Pages.to(SET_UP);
  }

  /** After a sign-in with a recovery code: the device is probably lost. */
  @GET
  @Path("/after-recovery-code")
  public Response afterRecoveryCode() {
    var state = api.show();
    return state.enabled() ? page(Templates.afterRecoveryCode(state)) : Pages.to(SET_UP);
  }
}
