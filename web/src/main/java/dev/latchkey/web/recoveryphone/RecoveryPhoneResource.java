package dev.latchkey.web.recoveryphone;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.recoveryphone.RecoveryPhoneApi.Phone;
import dev.latchkey.web.twofactor.TwoFactorResource;
import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
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

/** {@code /dashboard/two-factor/phone}: how the recovery phone is, and the code of its text. */
@SignedIn
@Path(RecoveryPhoneResource.PATH)
@RunOnVirtualThread
public class RecoveryPhoneResource {

  static final String PATH = TwoFactorResource.PATH + "/phone";

  /**
   * What the page shows.
   *
   * @param setUp the last step of switching two-factor on
   */
  record View(Phone phone, boolean setUp, Fault fault) {}

  @CheckedTemplate(
      basePath = "recoveryphone",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance phone(View view);
  }

  private final RecoveryPhoneApi api;
  private final Visit visit;
  private final Wording wording;
  private final RecoveryPhoneMessages messages;

  RecoveryPhoneResource(
      @RestClient RecoveryPhoneApi api,
      Visit visit,
      Wording wording,
      RecoveryPhoneMessages messages) {
    this.api = api;
    this.visit = visit;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery("setup") @Nullable String setUp) {
    var phone = api.show();
    if (!phone.none()) {
      return page(Templates.phone(new View(phone, setUp != null, Fault.NONE)));
    }
    return visit.account().twoFactorAuthentication()
        ? NumberResource.ask(setUp != null)
        : Pages.to(TwoFactorResource.PATH);
  }

  /** The code of the text. */
  @POST
  public Response confirm(
      @RestForm @Nullable String code, @RestForm("setup") @Nullable String setUp) {
    var typed = Proof.code(code);
    if (typed == null) {
      return refused(setUp, Fault.at("code", messages.codeNeeded()));
    }
    try {
      api.confirm(new RecoveryPhoneApi.Code(typed));
      return to(setUp != null);
    } catch (Refusal refusal) {
      return switch (refusal.id()) {
        case "not_found" -> Pages.to(PATH);
        case "invalid_two_factor_code", "invalid_params" ->
            refused(setUp, Fault.at("code", messages.wrongCode()));
        default -> refused(setUp, Fault.of(refusal.orThrow(), wording, "code"));
      };
    }
  }

  static Response to(boolean setUp) {
    return Pages.to(setUp ? PATH + "?setup=1" : PATH);
  }

  private Response refused(@Nullable String setUp, Fault fault) {
    return again(Templates.phone(new View(api.show(), setUp != null, fault)));
  }
}
