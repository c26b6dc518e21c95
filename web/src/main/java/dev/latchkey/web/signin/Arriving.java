package dev.latchkey.web.signin;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.signin.SignInApi.SignedIn;
import dev.latchkey.web.visit.Jar;
import dev.latchkey.web.visit.Jar.Kind;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** What a browser is given when its person has signed in, and where it goes. */
@Singleton
class Arriving {

  /** Whoever needed a recovery code has probably lost the device. */
  private static final String AFTER_RECOVERY_CODE = "/dashboard/two-factor/after-recovery-code";

  private final Jar jar;

  Arriving(Jar jar) {
    this.jar = jar;
  }

  Response arrive(SignedIn session, String next) {
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
}
