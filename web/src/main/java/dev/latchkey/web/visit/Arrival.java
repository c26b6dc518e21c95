package dev.latchkey.web.visit;

import dev.latchkey.web.visit.Jar.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Reads the cookies of a request, and keeps every page out of caches. */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration.
class Arrival {

  private static final String NEW_BROWSER = "latchkey.new-browser";
  private static final int BROWSER_BYTES = 16;
  private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{22}");

  /** What can be a token at all: nothing else is put into a header of ours. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private static final int LONGEST_AGENT = 200;

  private final Jar jar;
  private final FormToken forms;
  private final Visit visit;
  private final SecureRandom random;

  Arrival(Jar jar, FormToken forms, Visit visit, SecureRandom random) {
    this.jar = jar;
    this.forms = forms;
    this.visit = visit;
    this.random = random;
  }

  @ServerRequestFilter(priority = 1000)
  public void arrive(ContainerRequestContext request) {
    visit.from(address(request), agent(request));
    visit.holds(token(request, Kind.SESSION), token(request, Kind.DEVICE));
    var browser = cookie(request, Kind.FORMS, BROWSER);
    if (browser == null) {
      browser = draw();
      // A stranger's form comes without the cookie: who sends one keeps the cookie they have.
      if (FormGuard.onlyReads(request)) {
        request.setProperty(NEW_BROWSER, browser);
      }
    }
    visit.forms(forms.of(browser));
  }

  @ServerResponseFilter
  public void leave(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getProperty(NEW_BROWSER) instanceof String browser) {
      headers.add(HttpHeaders.SET_COOKIE, jar.keep(Kind.FORMS, browser));
    }
  }

  private @Nullable String token(ContainerRequestContext request, Kind kind) {
    return cookie(request, kind, TOKEN);
  }

  private @Nullable String cookie(ContainerRequestContext request, Kind kind, Pattern form) {
    var cookie = request.getCookies().get(jar.name(kind));
    return cookie != null && form.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
  }

  private String draw() {
    var bytes = new byte[BROWSER_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The gateway overwrites it with what it saw, and nothing but the gateway reaches this port. */
  private static String address(ContainerRequestContext request) {
    var told = request.getHeaderString("X-Forwarded-For");
    return told == null ? "" : told.strip();
  }

  private static String agent(ContainerRequestContext request) {
    var told = request.getHeaderString(HttpHeaders.USER_AGENT);
    var clean = told == null ? "" : told.replaceAll("[^\\x20-\\x7e]", "").strip();
    return clean.substring(0, Math.min(LONGEST_AGENT, clean.length()));
  }
}
