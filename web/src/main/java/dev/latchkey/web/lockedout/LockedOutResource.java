package dev.latchkey.web.lockedout;

import static dev.latchkey.web.page.Pages.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /dashboard/locked-out}: the ways back in, for anybody. */
@Path("/dashboard/locked-out")
@RunOnVirtualThread
public class LockedOutResource {

  @CheckedTemplate(basePath = "lockedout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance ways();
  }

  @GET
  public Response show() {
    return page(Templates.ways());
  }
}
