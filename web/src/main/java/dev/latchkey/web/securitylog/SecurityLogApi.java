package dev.latchkey.web.securitylog;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /account/security-log} of the public API. */
@Path("/account/security-log")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface SecurityLogApi {

  /**
   * One line.
   *
   * @param type word of what happened; more of them may come
   * @param ip where it came from; null when the platform itself did it
   * @param data details, depending on the type
   */
  record Line(
      String id,
      String type,
      Instant createdAt,
      @Nullable String ip,
      @Nullable String client,
      Map<String, Object> data) {

    /** Whether a detail says yes. */
    boolean is(String detail) {
      return Boolean.TRUE.equals(data.get(detail));
    }

    /** A detail as text; empty without it. */
    String text(String detail) {
      return data.get(detail) instanceof Object value ? value.toString() : "";
    }

    /** How a sign-in was proved: {@code pwd}, {@code otp} and so on. */
    List<?> proofs() {
      return data.get("proofs") instanceof List<?> proofs ? proofs : List.of();
    }
  }

  /** A page, newest first; {@code Next-Range} says that there is more. */
  @GET
  RestResponse<List<Line>> page(@HeaderParam("Range") String range);
}
