package dev.latchkey.web.platform;

import dev.latchkey.web.platform.Refusal.Body;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Refusal} of every answer that says no. */
public class RefusalReading implements ResponseExceptionMapper<Refusal> {

  private static final int FIRST_REFUSAL = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REFUSAL;
  }

  @Override
  public Refusal toThrowable(Response response) {
    var body = body(response);
    return new Refusal(
        response.getStatus(),
        body.id() == null ? "unavailable" : body.id(),
        body.message() == null ? "" : body.message(),
        seconds(response.getHeaderString(HttpHeaders.RETRY_AFTER)),
        body.challenge());
  }

  private static Body body(Response response) {
    try {
      var body = response.readEntity(Body.class);
      return body == null ? new Body(null, null, null) : body;
    } catch (RuntimeException unreadable) {
      // Not the platform's own words: something between us and it.
      return new Body(null, null, null);
    }
  }

  private static long seconds(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,6}") ? Long.parseLong(text) : 0;
  }
}
