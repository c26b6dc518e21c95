package dev.latchkey.web.account;

import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.TwoFactorApi;
import dev.latchkey.web.twofactor.TwoFactorApi.State;
import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard}: the account at a glance. */
@SignedIn
@Path("/dashboard")
@RunOnVirtualThread
public class AccountResource {

  /**
   * What the page shows.
   *
   * @param state null where two-factor is off, or while the platform can't tell
   */
  record View(Account account, @Nullable State state) {
    public boolean twoFactor() {
      return account.twoFactorAuthentication();
    }

    public boolean fewCodes() {
      return state != null && state.fewCodes();
    }
  }

  @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(View view);
  }

  private final TwoFactorApi twoFactor;
  private final Visit visit;

  AccountResource(@RestClient TwoFactorApi twoFactor, Visit visit) {
    this.twoFactor = twoFactor;
    this.visit = visit;
  }

  @GET
  public Response show() {
    var account = visit.account();
    return page(
        Templates.overview(new View(account, account.twoFactorAuthentication() ? state() : null)));
  }

  /** The rest of the page is worth showing without it. */
  private @Nullable State state() {
    try {
      return twoFactor.show();
    } catch (Refusal away) {
      if (away.is("unavailable")) {
        return null;
      }
      throw away;
    }
  }
}
