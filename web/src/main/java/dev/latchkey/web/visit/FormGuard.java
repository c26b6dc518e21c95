package dev.latchkey.web.visit;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.visit.Jar.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form only from a page of ours: the browser must say that it comes from this very origin
 * ({@code Sec-Fetch-Site}, else {@code Origin}), and the form must carry what only our page could
 * write into it. Either alone would do; a browser that sends neither header is refused.
 */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration.
class FormGuard {

  /** The hidden field's name. */
  static final String FIELD = "form_token";

  private final PublicUrl url;
  private final Jar jar;
  private final FormToken forms;
  private final Pages pages;

  FormGuard(PublicUrl url, Jar jar, FormToken forms, Pages pages) {
    this.url = url;
    this.jar = jar;
    this.forms = forms;
    this.pages = pages;
  }

  /**
   * First of all: a stranger's form comes without the cookies, and must not be led to the sign-in
   * page as if nobody were signed in. Null lets the request pass.
   */
  @ServerRequestFilter(priority = 1050)
  public @Nullable Response origin(ContainerRequestContext request) {
    return onlyReads(request) || fromHere(request) ? null : pages.foreignForm();
  }

  /** Null lets the request pass. */
  @WithFormRead
  @ServerRequestFilter(priority = 1100)
  public @Nullable Response token(ResteasyReactiveContainerRequestContext request) {
    return onlyReads(request) || carriesToken(request) ? null : pages.foreignForm();
  }

  /** The methods that change nothing. */
  static boolean onlyReads(ContainerRequestContext request) {
    var method = request.getMethod();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private boolean fromHere(ContainerRequestContext request) {
    var site = request.getHeaderString("Sec-Fetch-Site");
    return site != null
        ? site.equals("same-origin")
        : url.origin().equals(request.getHeaderString("Origin"));
  }

  private boolean carriesToken(ResteasyReactiveContainerRequestContext request) {
    var cookie = request.getCookies().get(jar.name(Kind.FORMS));
    var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (cookie == null || type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      return false;
    }
    var presented = field(request);
    return presented != null && forms.right(cookie.getValue(), presented);
  }

  private static @Nullable String field(ResteasyReactiveContainerRequestContext request) {
    var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    return context.getFormParameter(FIELD, true, false) instanceof String text ? text : null;
  }
}
