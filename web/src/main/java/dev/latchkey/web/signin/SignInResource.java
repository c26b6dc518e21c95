package dev.latchkey.web.signin;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Next;
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

/** {@code /dashboard/sign-in}: e-mail and password; and the way out again. */
@Path("/dashboard")
@RunOnVirtualThread
public class SignInResource {

  @CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance signIn(
        String email, String next, boolean ended, String told, Fault fault);
  }

  private final SignInApi api;
  private final Visit visit;
  private final Arriving arriving;
  private final Jar jar;
  private final Wording wording;
  private final SignInMessages messages;

  SignInResource(
      @RestClient SignInApi api,
      Visit visit,
      Arriving arriving,
      Jar jar,
      Wording wording,
      SignInMessages messages) {
    this.api = api;
    this.visit = visit;
    this.arriving = arriving;
    this.jar = jar;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  @Path("/sign-in")
  public Response show(
      @RestQuery @Nullable String next,
      @RestQuery @Nullable String ended,
      @RestQuery @Nullable String told) {
    return page(
        Templates.signIn("", Next.of(next), ended != null, words(Told.of(told)), Fault.NONE));
  }

  @POST
  @Path("/sign-in")
  public Response signIn(
      @RestForm @Nullable String email,
      @RestForm @Nullable String password,
      @RestForm @Nullable String next) {
    var typed = email == null ? "" : email.strip();
    if (typed.isEmpty() || password == null || password.isEmpty()) {
      return refused(typed, next, Fault.general(messages.bothNeeded()));
    }
    try {
      var session =
          api.withPassword(
              Proof.basic(typed, password),
              new SignInApi.NewSession(BrowserName.of(visit.agent())));
      return arriving.arrive(session, Next.of(next));
    } catch (Refusal refusal) {
      if (refusal.challenge() != null) {
        return toSecondFactor(refusal.challenge(), Next.of(next));
      }
      // Unknown address and wrong password are one answer here too.
      return refusal.is("unauthorized")
          ? refused(typed, next, Fault.general(messages.wrong()))
          : refused(typed, next, Fault.of(refusal.orThrow(), wording));
    }
  }

  @POST
  @SignedIn
  @Path("/sign-out")
  public Response signOut() {
    api.end();
    return Response.fromResponse(Pages.to("/dashboard/sign-in"))
        .cookie(jar.drop(Kind.SESSION), jar.drop(Kind.FORMS))
        .build();
  }

  private Response toSecondFactor(Refusal.Challenge challenge, String next) {
    return Response.fromResponse(Pages.to("/dashboard/sign-in/second-factor?next=" + next))
        .cookie(jar.keep(Kind.CHALLENGE, Due.of(challenge).text()))
        .build();
  }

  private String words(Told told) {
    return switch (told) {
      case NOTHING -> "";
      case VERIFIED -> messages.verified();
      case PASSWORD_SET -> messages.passwordSet();
    };
  }

  private static Response refused(String email, @Nullable String next, Fault fault) {
    return again(Templates.signIn(email, Next.of(next), false, "", fault));
  }
}
