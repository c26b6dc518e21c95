package dev.latchkey.web.page;

import dev.latchkey.web.visit.Next;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /}: who opens the platform in a browser wants the dashboard. */
@Path("/")
public class StartResource {

  @GET
  @NonBlocking
  public Response start() {
    return Pages.to(Next.HOME);
  }
}
