package dev.latchkey.web.twofactor;

import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * A form with a code that went through: the session may do more than before for ten minutes, and
 * not by a token that somebody copied earlier (ASVS 7.2.4). A form that came back with a fault is
 * 422 and changes nothing; where the page has seen to the cookie itself, that holds.
 */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration.
class AfterStepUp {

  private static final int FIRST_FAULT = 400;
  private static final String CODE = "code";

  private final Renewal renewal;
  private final Visit visit;
  private final Jar jar;

  AfterStepUp(Renewal renewal, Visit visit, Jar jar) {
    this.renewal = renewal;
    this.visit = visit;
    this.jar = jar;
  }

  @ServerResponseFilter
  public void renew(
      ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
    boolean seenTo = response.getCookies().containsKey(jar.name(Kind.SESSION));
    if (response.getStatus() < FIRST_FAULT
        && !seenTo
        && visit.session().isPresent()
        && hasCode(request)) {
      renewal
          .cookie()
          .ifPresent(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    }
  }

  private static boolean hasCode(ResteasyReactiveContainerRequestContext request) {
    var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    return context.getFormData() != null
        && context.getFormParameter(CODE, true, false) instanceof String text
        && !text.isBlank();
  }
}
