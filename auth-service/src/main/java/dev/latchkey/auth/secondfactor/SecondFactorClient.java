package dev.latchkey.auth.secondfactor;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.identity.Callee;
import dev.latchkey.kit.identity.ServiceCredential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The internal endpoints of mfa-service. */
@Path("/internal/accounts/{account}/second-factor")
@RegisterRestClient(configKey = "mfa")
@RegisterProvider(ServiceCredential.class)
@Callee("mfa-service")
interface SecondFactorClient {

  @GET
  Uni<Due> due(@PathParam("account") UUID account);

  @POST
  @Path("/actions/verify")
  Uni<Verified> verify(@PathParam("account") UUID account, Verify command);

  @DELETE
  Uni<Void> disable(@PathParam("account") UUID account, Disable command);

  /**
   * Whether a second factor is due at sign-in, and which ones the person has.
   *
   * @param recoveryCodesLeft null in the answer of a replica that knows none yet: a sign-in must
   *     not fail for what it does not need
   */
  record Due(
      boolean due,
      List<String> methods,
      @Nullable Instant since,
      @Nullable Integer recoveryCodesLeft) {}

  /** A code to be checked. */
  record Verify(
      String code,
      int epoch,
      boolean knownDevice,
      @Nullable String challenge,
      Purpose purpose,
      Origin origin) {
    enum Purpose {
      SIGN_IN,
      STEP_UP
    }
  }

  /** What came of a code; {@code proof} only when it passed. */
  record Verified(Outcome outcome, @Nullable String proof, long retryAfterSeconds) {
    enum Outcome {
      PASSED,
      WRONG,
      LOCKED,
      NOT_ENROLLED
    }
  }

  /** Two-factor is to be switched off; password and credential were checked here. */
  record Disable(int epoch, @Nullable SessionId keptSession, Origin origin) {}
}
