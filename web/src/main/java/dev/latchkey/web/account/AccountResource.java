package dev.latchkey.web.account;

import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /dashboard}: the account at a glance. */
@SignedIn
@Path("/dashboard")
@RunOnVirtualThread
public class AccountResource {

  @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(Account account);
  }

  private final Visit visit;

  AccountResource(Visit visit) {
    this.visit = visit;
  }

  @GET
  public Response show() {
    return page(Templates.overview(visit.account()));
  }
}
