package dev.latchkey.web.session;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** {@code /oauth/sessions} of the public API. */
@Path("/oauth/sessions")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface SessionApi {

  /** A session that is over. */
  record Ended(UUID id, String description, String client, String ip, Instant createdAt) {

    /** What to call it. */
    public String name() {
      return description.isBlank() ? client : description;
    }
  }

  /** The newest first. */
  @GET
  List<Session> list(@HeaderParam("Range") String range);

  @DELETE
  @Path("/{id}")
  Session end(@PathParam("id") UUID id);

  /** Ends all but the one that asks, and the sign-ins of the command line. */
  @DELETE
  List<Ended> endOthers();
}
