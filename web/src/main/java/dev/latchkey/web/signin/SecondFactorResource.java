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
import dev.latchkey.web.visit.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/sign-in/second-factor}: the password was right, now the code. */
@Path("/dashboard/sign-in/second-factor")
@RunOnVirtualThread
public class SecondFactorResource {

  /** By what the person means to answer; the platform takes any of them. */
  enum Means {
    APP,
    RECOVERY_CODE,
    SMS
  }

  /**
   * What the page shows.
   *
   * @param sentTo the masked number that a text is on its way to; empty before
   */
  record View(Due due, Means means, String next, String sentTo, Fault fault) {
    public boolean app() {
      return means == Means.APP;
    }

    public boolean recoveryCode() {
      return means == Means.RECOVERY_CODE;
    }

    public boolean sms() {
      return means == Means.SMS;
    }
  }

  @CheckedTemplate(basePath = "signin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance secondFactor(View view);
  }

  private final SignInApi api;
  private final Visit visit;
  private final Arriving arriving;
  private final Jar jar;
  private final Pages pages;
  private final Wording wording;

  SecondFactorResource(
      @RestClient SignInApi api,
      Visit visit,
      Arriving arriving,
      Jar jar,
      Pages pages,
      Wording wording) {
    this.api = api;
    this.visit = visit;
    this.arriving = arriving;
    this.jar = jar;
    this.pages = pages;
    this.wording = wording;
  }

  @GET
  public Response show(
      @RestQuery @Nullable String next,
      @RestQuery @Nullable String with,
      @Context HttpHeaders headers) {
    return due(headers)
        .map(due ->
            page(Templates.secondFactor(new View(due, means(with), Next.of(next), "", Fault.NONE))))
        .orElseGet(() -> Pages.toSignIn(Next.of(next)));
  }

  @POST
  public Response answer(
      @RestForm @Nullable String code,
      @RestForm @Nullable String with,
      @RestForm @Nullable String next,
      @Context HttpHeaders headers) {
    var due = due(headers);
    if (due.isEmpty()) {
      return Pages.toSignIn(Next.of(next));
    }
    var view = new View(due.get(), means(with), Next.of(next), "", Fault.NONE);
    var typed = Proof.code(code);
    try {
      if (typed == null) {
        return refused(view, Fault.at("code", wording.codeNeeded()));
      }
      var session =
          api.withCode(
              view.due().challenge(),
              typed,
              new SignInApi.NewSession(BrowserName.of(visit.agent())));
      return arriving.arrive(session, view.next());
    } catch (Refusal refusal) {
      return refused(view, refusal);
    }
  }

  @POST
  @Path("/sms")
  public Response sendText(@RestForm @Nullable String next, @Context HttpHeaders headers) {
    var due = due(headers);
    if (due.isEmpty()) {
      return Pages.toSignIn(Next.of(next));
    }
    var view = new View(due.get(), Means.SMS, Next.of(next), "", Fault.NONE);
    try {
      var sent = api.sendText(view.due().challenge());
      return page(
          Templates.secondFactor(
              new View(view.due(), Means.SMS, view.next(), sent.smsNumber(), Fault.NONE)));
    } catch (Refusal refusal) {
      return refused(view, refusal);
    }
  }

  private Response refused(View view, Refusal refusal) {
    if (refusal.is("challenge_over") || refusal.is("unauthorized")) {
      return Response.fromResponse(pages.toSignInAgain()).cookie(jar.drop(Kind.CHALLENGE)).build();
    }
    return refused(view, Fault.of(refusal.orThrow(), wording, "code"));
  }

  private static Response refused(View view, Fault fault) {
    return again(
        Templates.secondFactor(
            new View(view.due(), view.means(), view.next(), view.sentTo(), fault)));
  }

  private Optional<Due> due(HttpHeaders headers) {
    var cookie = headers.getCookies().get(jar.name(Kind.CHALLENGE));
    return Due.parse(cookie == null ? null : cookie.getValue());
  }

  private static Means means(@Nullable String with) {
    return switch (with) {
      case "recovery-code" -> Means.RECOVERY_CODE;
      case "sms" -> Means.SMS;
      case null, default -> Means.APP;
    };
  }
}
