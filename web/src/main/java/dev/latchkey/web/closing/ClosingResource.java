package dev.latchkey.web.closing;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
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
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/close}: says what is erased, asks for all proofs, and closes the account. */
@Path("/dashboard/close")
@RunOnVirtualThread
public class ClosingResource {

  @CheckedTemplate(basePath = "closing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance close(String email, Fault fault);

    static native TemplateInstance closed();
  }

  private final ClosingApi api;
  private final Visit visit;
  private final Jar jar;
  private final Wording wording;
  private final ClosingMessages messages;

  ClosingResource(
      @RestClient ClosingApi api, Visit visit, Jar jar, Wording wording, ClosingMessages messages) {
    this.api = api;
    this.visit = visit;
    this.jar = jar;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  @SignedIn
  public Response show() {
    return page(Templates.close("", Fault.NONE));
  }

  @POST
  @SignedIn
  public Response close(
      @RestForm @Nullable String email,
      @RestForm @Nullable String password,
      @RestForm @Nullable String code) {
    var typed = email == null ? "" : email.strip();
    if (!typed.equalsIgnoreCase(visit.account().email())) {
      return refused(typed, Fault.at("email", messages.otherEmail()));
    }
    if (password == null || password.isEmpty()) {
      return refused(typed, Fault.at("password", wording.passwordNeeded()));
    }
    try {
      api.close(Proof.password(password), Proof.code(code));
      return Response.fromResponse(Pages.to("/dashboard/close/done"))
          .cookie(jar.drop(Kind.SESSION), jar.drop(Kind.DEVICE), jar.drop(Kind.FORMS))
          .build();
    } catch (Refusal refusal) {
      return refused(typed, Fault.ofStepUp(refusal.orThrow(), code, wording, "password", "code"));
    }
  }

  @GET
  @Path("/done")
  public Response closed() {
    return page(Templates.closed());
  }

  private static Response refused(String email, Fault fault) {
    return again(Templates.close(email, fault));
  }
}
