package dev.latchkey.web.recoveryphone;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.StepUp;
import dev.latchkey.web.twofactor.StepUp.Ask;
import dev.latchkey.web.twofactor.TwoFactorResource;
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

/** {@code …/phone/number} and {@code …/phone/remove}: which number, or none. */
@SignedIn
@Path(RecoveryPhoneResource.PATH)
@RunOnVirtualThread
public class NumberResource {

  /**
   * What the page shows.
   *
   * @param number what was typed
   * @param setUp the last step of switching two-factor on, where a code has just been shown
   */
  record View(String number, boolean setUp, Ask ask) {}

  @CheckedTemplate(
      basePath = "recoveryphone",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance number(View view);

    static native TemplateInstance remove(Ask ask, String number);
  }

  private static final int BETWEEN_TEXTS_SECONDS = 60;

  private final RecoveryPhoneApi api;
  private final StepUp stepUp;
  private final RecoveryPhoneMessages messages;

  NumberResource(@RestClient RecoveryPhoneApi api, StepUp stepUp, RecoveryPhoneMessages messages) {
    this.api = api;
    this.stepUp = stepUp;
    this.messages = messages;
  }

  static Response ask(boolean setUp) {
    return page(Templates.number(new View("", setUp, Ask.first(!setUp))));
  }

  @GET
  @Path("/number")
  public Response ask(@RestQuery("setup") @Nullable String setUp) {
    return ask(setUp != null);
  }

  /** Sends a code there; a number that waited for one is forgotten. */
  @POST
  @Path("/number")
  public Response set(
      @RestForm @Nullable String number,
      @RestForm @Nullable String password,
      @RestForm @Nullable String code,
      @RestForm("setup") @Nullable String setUp) {
    var typed = number == null ? "" : number.strip();
    try {
      api.set(Proof.password(password), Proof.code(code), new RecoveryPhoneApi.Number(typed));
      return RecoveryPhoneResource.to(setUp != null);
    } catch (Refusal refusal) {
      if (refusal.is("not_found")) {
        return Pages.to(TwoFactorResource.PATH);
      }
      var ask =
          tooSoon(refusal)
              ? new Ask(setUp == null, Fault.general(messages.tooSoon(refusal.retryAfter())))
              : stepUp.again(refusal, setUp == null, code, "number");
      return again(Templates.number(new View(typed, setUp != null, ask)));
    }
  }

  /** One text a minute; every other limit makes people wait for longer. */
  private static boolean tooSoon(Refusal refusal) {
    return refusal.is("rate_limit")
        && refusal.retryAfter() > 0
        && refusal.retryAfter() <= BETWEEN_TEXTS_SECONDS;
  }

  @GET
  @Path("/remove")
  public Response askToRemove() {
    var phone = api.show();
    return phone.none()
        ? Pages.to(RecoveryPhoneResource.PATH)
        : page(Templates.remove(Ask.first(true), phone.masked()));
  }

  @POST
  @Path("/remove")
  public Response remove(@RestForm @Nullable String password, @RestForm @Nullable String code) {
    try {
      api.remove(Proof.password(password), Proof.code(code));
      return Pages.to(TwoFactorResource.PATH + "?removed=1");
    } catch (Refusal refusal) {
      if (refusal.is("not_found")) {
        return Pages.to(TwoFactorResource.PATH);
      }
      var ask = stepUp.again(refusal, true, code);
      return again(Templates.remove(ask, api.show().masked()));
    }
  }
}
