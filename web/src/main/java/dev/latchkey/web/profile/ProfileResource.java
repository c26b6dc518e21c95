package dev.latchkey.web.profile;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Refusal;
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

/** {@code /dashboard/profile}: the name, and where to change address and password. */
@SignedIn
@Path("/dashboard/profile")
@RunOnVirtualThread
public class ProfileResource {

  @CheckedTemplate(basePath = "profile", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance profile(String name, boolean saved, Fault fault);
  }

  /** As the API has it. */
  private static final int LONGEST = 200;

  private final ProfileApi api;
  private final Visit visit;
  private final Wording wording;
  private final ProfileMessages messages;

  ProfileResource(
      @RestClient ProfileApi api, Visit visit, Wording wording, ProfileMessages messages) {
    this.api = api;
    this.visit = visit;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery @Nullable String done) {
    var name = visit.account().name();
    return page(Templates.profile(name == null ? "" : name, done != null, Fault.NONE));
  }

  @POST
  public Response rename(@RestForm @Nullable String name) {
    var typed = name == null ? "" : name.strip();
    if (typed.isEmpty()) {
      return refused(typed, Fault.at("name", messages.nameNeeded()));
    }
    if (typed.length() > LONGEST) {
      return refused(typed, Fault.at("name", messages.nameTooLong()));
    }
    try {
      api.rename(new ProfileApi.Change(typed));
      return Pages.to("/dashboard/profile", "saved");
    } catch (Refusal refusal) {
      return refused(typed, Fault.of(refusal.orThrow(), wording, "name"));
    }
  }

  private static Response refused(String name, Fault fault) {
    return again(Templates.profile(name, false, fault));
  }
}
