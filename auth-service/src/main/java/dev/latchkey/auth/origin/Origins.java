package dev.latchkey.auth.origin;

import dev.latchkey.contracts.event.Origin;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from. The gateway overwrites {@code X-Forwarded-For} with the address that
 * it saw itself, and nothing but the gateway reaches these ports.
 */
public final class Origins {

  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_AGENT = 200;

  private Origins() {}

  /** The origin that the gateway's headers tell. */
  public static Origin of(HttpHeaders headers) {
    return new Origin(
        cut(headers.getHeaderString("X-Forwarded-For"), LONGEST_ADDRESS),
        cut(headers.getHeaderString(HttpHeaders.USER_AGENT), LONGEST_AGENT));
  }

  private static String cut(@Nullable String text, int longest) {
    var clean = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
    return clean.substring(0, Math.min(longest, clean.length()));
  }
}
