package dev.latchkey.mfa.phoneline;

import dev.latchkey.kit.identity.Callee;
import dev.latchkey.kit.identity.ServiceCredential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** notification-service's internal endpoint for what is known of a number. */
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(ServiceCredential.class)
@Callee("notification-service")
@Path("/internal")
interface NotificationService {

  /** What kind of line a number is. Costs the operator some money. */
  @POST
  @Path("/phone-line")
  Uni<PhoneLine> phoneLine(PhoneLineQuestion question);

  /** Question of {@link #phoneLine}; the number is in the body, as paths are logged. */
  record PhoneLineQuestion(String number) {

    @Override
    public String toString() {
      return "PhoneLineQuestion[redacted]";
    }
  }

  /** Answer of {@link #phoneLine}. */
  record PhoneLine(String type) {}
}
