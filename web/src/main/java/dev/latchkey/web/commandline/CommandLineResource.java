package dev.latchkey.web.commandline;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.commandline.CommandLineApi.Login;
import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * {@code /dashboard/cli/{id}}: a command line asks to be signed in. The page shows the code that
 * the terminal shows as well; who approves without looking may let a stranger in, who sent them
 * here.
 */
@SignedIn
@Path("/dashboard/cli/{id: [0-9A-Za-z-]{1,60}}")
@RunOnVirtualThread
public class CommandLineResource {

  @CheckedTemplate(basePath = "commandline", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance decision(Wish wish);

    static native TemplateInstance gone();

    static native TemplateInstance decidedBefore();
  }

  private final CommandLineApi api;
  private final Wording wording;

  CommandLineResource(@RestClient CommandLineApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  @GET
  public Response show(@PathParam("id") String id) {
    return of(id, login -> page(Templates.decision(new Wish(login, false, Fault.NONE))));
  }

  /** Anything but a clear yes refuses. At the page's own address, which can be loaded again. */
  @POST
  public Response decide(
      @PathParam("id") String id,
      @RestForm @Nullable String decision,
      @RestForm @Nullable String code) {
    try {
      return there("approve".equals(decision) ? api.approve(id, Proof.code(code)) : api.deny(id));
    } catch (Refusal refusal) {
      return refused(id, code, refusal);
    }
  }

  private Response refused(String id, @Nullable String code, Refusal refusal) {
    return switch (refusal.id()) {
      case "not_found" -> gone();
      case "conflict" -> with(Status.CONFLICT, Templates.decidedBefore());
      default -> {
        boolean factor = refusal.is("two_factor");
        // A field that was not on the page can't have been filled in wrongly.
        var fault =
            factor && code == null
                ? Fault.NONE
                : Fault.ofStepUp(refusal.orThrow(), code, wording, "code");
        yield of(
            id, login -> again(Templates.decision(new Wish(login, factor || code != null, fault))));
      }
    };
  }

  private Response of(String id, Function<Login, Response> shown) {
    Login login;
    try {
      login = api.show(id);
    } catch (Refusal refusal) {
      if (refusal.is("not_found")) {
        return gone();
      }
      throw refusal;
    }
    return shown.apply(login);
  }

  private static Response there(Login login) {
    return Pages.to("/dashboard/cli/" + login.id());
  }

  private static Response gone() {
    return with(Status.NOT_FOUND, Templates.gone());
  }

  private static Response with(Status status, TemplateInstance template) {
    return Response.fromResponse(page(template)).status(status).build();
  }
}
