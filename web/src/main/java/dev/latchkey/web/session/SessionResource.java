package dev.latchkey.web.session;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/sessions}: where the account is signed in. */
@SignedIn
@Path("/dashboard/sessions")
@RunOnVirtualThread
public class SessionResource {

  private static final String LIST = "/dashboard/sessions";

  /** As many as the API gives at once; nobody reads more, and all of them can be ended below. */
  private static final String ALL = "id ..; max=1000";

  /** What the page shows. */
  record View(List<Session> sessions, String done) {
    public boolean others() {
      return sessions.stream().anyMatch(session -> !session.current());
    }
  }

  @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(View view);

    static native TemplateInstance end(Session session, Fault fault);

    static native TemplateInstance endOthers(Fault fault);

    static native TemplateInstance othersEnded(List<SessionApi.Ended> sessions);
  }

  private final SessionApi api;
  private final Wording wording;

  SessionResource(@RestClient SessionApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  @GET
  public Response show(@RestQuery @Nullable String done) {
    return page(Templates.list(new View(api.list(ALL), done == null ? "" : done)));
  }

  @GET
  @Path("/{id}/end")
  public Response beforeEnd(@RestPath UUID id) {
    return page(Templates.end(one(id), Fault.NONE));
  }

  @POST
  @Path("/{id}/end")
  public Response end(@RestPath UUID id) {
    try {
      api.end(id);
    } catch (Refusal refusal) {
      if (!refusal.is("not_found")) {
        return again(Templates.end(one(id), Fault.of(refusal.orThrow(), wording)));
      }
      // It ended by itself meanwhile: what was wanted is so.
    }
    return Pages.to(LIST, "ended");
  }

  @GET
  @Path("/end-others")
  public Response beforeEndOfOthers() {
    return page(Templates.endOthers(Fault.NONE));
  }

  /** Answers with the receipt itself: it is kept nowhere, and doing it twice ends nothing more. */
  @POST
  @Path("/end-others")
  public Response endOthers() {
    try {
      return page(Templates.othersEnded(api.endOthers()));
    } catch (Refusal refusal) {
      return again(Templates.endOthers(Fault.of(refusal.orThrow(), wording)));
    }
  }

  private Session one(UUID id) {
    return api.list(ALL).stream()
        .filter(session -> session.id().equals(id))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
