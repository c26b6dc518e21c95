package dev.latchkey.web.enrolment;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.ChangePage;
import dev.latchkey.web.twofactor.ChangePage.Change;
import dev.latchkey.web.twofactor.Renewal;
import dev.latchkey.web.twofactor.TwoFactorApi;
import dev.latchkey.web.twofactor.TwoFactorResource;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dashboard/two-factor/scan}: the QR code, and the first code of the app. May be reloaded,
 * and left for the app on the same phone.
 */
@SignedIn
@Path(ScanResource.PATH)
@RunOnVirtualThread
public class ScanResource {

  static final String PATH = "/dashboard/two-factor/scan";

  /** What the page shows. */
  record View(
      boolean first, String picture, String uri, List<String> groups, long minutes, Fault fault) {
    @Override
    public String toString() {
      return "View[redacted]";
    }
  }

  @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance scan(View view);
  }

  private final EnrolmentApi api;
  private final TwoFactorApi twoFactor;
  private final KeptEnrolment kept;
  private final Renewal renewal;
  private final Wording wording;
  private final EnrolmentMessages messages;

  ScanResource(
      @RestClient EnrolmentApi api,
      @RestClient TwoFactorApi twoFactor,
      KeptEnrolment kept,
      Renewal renewal,
      Wording wording,
      EnrolmentMessages messages) {
    this.api = api;
    this.twoFactor = twoFactor;
    this.kept = kept;
    this.renewal = renewal;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@Context HttpHeaders headers) {
    return kept.pending(headers)
        .map(pending -> page(Templates.scan(view(first(), pending, Fault.NONE))))
        .orElseGet(this::over);
  }

  @POST
  public Response confirm(@RestForm @Nullable String code, @Context HttpHeaders headers) {
    return kept.pending(headers).map(pending -> confirm(pending, code)).orElseGet(this::over);
  }

  private Response confirm(PendingEnrolment pending, @Nullable String code) {
    boolean first = first();
    var typed = Proof.code(code);
    if (typed == null) {
      return refused(first, pending, Fault.at("code", messages.codeNeeded()));
    }
    try {
      var change = api.confirm(new EnrolmentApi.FirstCode(typed));
      var receipt = ChangePage.of(first ? Change.ENABLED : Change.REPLACED, change);
      return kept.drop(renewal.with(receipt));
    } catch (Refusal refusal) {
      if (refusal.is("not_found")) {
        return over();
      }
      return refused(first, pending, fault(refusal.orThrow()));
    }
  }

  private Fault fault(Refusal refusal) {
    return switch (refusal.id()) {
      case "invalid_two_factor_code", "invalid_params" ->
          Fault.at("code", messages.wrongFirstCode());
      default -> Fault.of(refusal, wording, "code");
    };
  }

  private Response refused(boolean first, PendingEnrolment pending, Fault fault) {
    return again(Templates.scan(view(first, pending, fault)));
  }

  private View view(boolean first, PendingEnrolment pending, Fault fault) {
    return new View(
        first,
        QrPicture.of(pending.uri()),
        pending.uri(),
        pending.groups(),
        pending.minutesLeft(kept.now()),
        fault);
  }

  private boolean first() {
    return !twoFactor.show().enabled();
  }

  /** Nothing waits for a code: too late, another session, or done by a form that was sent twice. */
  private Response over() {
    var page = first() ? TwoFactorResource.SET_UP : TwoFactorResource.PATH;
    return kept.drop(Pages.to(page + "?over=1"));
  }
}
