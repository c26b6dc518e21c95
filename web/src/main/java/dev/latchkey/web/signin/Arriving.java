package dev.latchkey.web.signin;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.signin.SignInApi.SignedIn;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What a browser is given when its person has signed in, and where it goes. */
@Singleton
class Arriving {

  /** Whoever needed a recovery code has probably lost the device. */
  private static final String AFTER_RECOVERY_CODE = "/dashboard/two-factor/after-recovery-code";

  private static final Logger log = Logger.getLogger(Arriving.class);

  private final SignInApi api;
  private final Visit visit;
  private final Jar jar;

  Arriving(@RestClient SignInApi api, Visit visit, Jar jar) {
    this.api = api;
    this.visit = visit;
    this.jar = jar;
  }

  Response arrive(SignedIn session, String next) {
    endTheOneBefore();
    var response =
        Response.fromResponse(Pages.to(session.byRecoveryCode() ? AFTER_RECOVERY_CODE : next))
            .cookie(
                jar.keep(Kind.SESSION, session.token(), Duration.ofSeconds(session.expiresIn())),
                jar.drop(Kind.CHALLENGE),
                // A form that somebody else's page of this browser holds is worth nothing now.
                jar.drop(Kind.FORMS));
    var device = session.device();
    if (device != null) {
      response.cookie(
          jar.keep(Kind.DEVICE, device.token(), Duration.ofSeconds(device.expiresIn())));
    }
    return response.build();
  }

  /** This browser's earlier sign-in: nobody holds its cookie any more, and it would live on. */
  private void endTheOneBefore() {
    if (visit.session().isEmpty()) {
      return;
    }
    try {
      api.end();
    } catch (Refusal | ProcessingException over) {
      // Over already, or the platform is busy: then it ends when its time is over.
      log.debugf("earlier session not ended outcome=refused cause=%s", over.getMessage());
    }
  }
}
