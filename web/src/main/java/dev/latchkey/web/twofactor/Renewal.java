package dev.latchkey.web.twofactor;

import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Gives the browser's session a new token once it may do more or less than before: a token that
 * somebody copied earlier is worth nothing then (session fixation, ASVS 7.2.4).
 */
@Singleton
public class Renewal {

  private static final Logger log = Logger.getLogger(Renewal.class);

  private final TwoFactorApi api;
  private final Visit visit;
  private final Jar jar;

  Renewal(@RestClient TwoFactorApi api, Visit visit, Jar jar) {
    this.api = api;
    this.visit = visit;
    this.jar = jar;
  }

  /** The page, with the new cookie. */
  public Response with(Response page) {
    return cookie().map(cookie -> Response.fromResponse(page).cookie(cookie).build()).orElse(page);
  }

  /** The new cookie; nothing when the session goes on as it is. */
  Optional<NewCookie> cookie() {
    try {
      var renewed = api.renew();
      visit.goOnAs(renewed.token());
      var life = Duration.ofSeconds(renewed.expiresIn());
      return Optional.of(jar.keep(Kind.SESSION, renewed.token(), life));
    } catch (Refusal | ProcessingException away) {
      // The change stands, and its receipt is shown this once: an error instead would hide it.
      log.warnf("session not renewed outcome=unavailable cause=%s", away.getMessage());
      return Optional.empty();
    }
  }
}
