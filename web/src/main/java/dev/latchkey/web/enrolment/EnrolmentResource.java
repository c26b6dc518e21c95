package dev.latchkey.web.enrolment;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.Renewal;
import dev.latchkey.web.twofactor.StepUp;
import dev.latchkey.web.twofactor.StepUp.Ask;
import dev.latchkey.web.twofactor.TwoFactorApi;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dashboard/two-factor/set-up}: the first step of switching two-factor on; where it is on,
 * of moving it to another device.
 */
@SignedIn
@Path("/dashboard/two-factor/set-up")
@RunOnVirtualThread
public class EnrolmentResource {

  /**
   * What the page shows.
   *
   * @param first two-factor is off yet
   * @param shown the person has just shown a recovery code, and need not spend another
   * @param over an enrolment took too long
   */
  record View(boolean first, boolean shown, boolean over, Ask ask) {}

  @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance setUp(View view);
  }

  private final EnrolmentApi api;
  private final TwoFactorApi twoFactor;
  private final KeptEnrolment kept;
  private final StepUp stepUp;
  private final Renewal renewal;

  EnrolmentResource(
      @RestClient EnrolmentApi api,
      @RestClient TwoFactorApi twoFactor,
      KeptEnrolment kept,
      StepUp stepUp,
      Renewal renewal) {
    this.api = api;
    this.twoFactor = twoFactor;
    this.kept = kept;
    this.stepUp = stepUp;
    this.renewal = renewal;
  }

  @GET
  public Response show(@RestQuery @Nullable String shown, @RestQuery @Nullable String over) {
    boolean first = !twoFactor.show().enabled();
    boolean code = !first && shown == null;
    return page(Templates.setUp(new View(first, shown != null, over != null, Ask.first(code))));
  }

  /** Starts, or starts again: an enrolment that was under way is gone. */
  @POST
  public Response start(
      @RestForm @Nullable String password,
      @RestForm @Nullable String code,
      @RestForm @Nullable String shown) {
    try {
      var begun = api.begin(Proof.password(password), Proof.code(code));
      var scan = Pages.to(ScanResource.PATH);
      // Before it is kept, which binds it to the token of this moment.
      return kept.keep(begun, Proof.code(code) == null ? scan : renewal.with(scan));
    } catch (Refusal refusal) {
      boolean first = !twoFactor.show().enabled();
      var ask = stepUp.again(refusal, !first && shown == null, code);
      return again(Templates.setUp(new View(first, shown != null, false, ask)));
    }
  }
}
