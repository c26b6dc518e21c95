package dev.latchkey.auth.origin;

import dev.latchkey.contracts.event.Origin;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from. The gateway overwrites {@code X-Forwarded-For} with the address that
 * it saw itself, and nothing but the gateway reaches these ports.
 */
public final class Origins {

  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_AGENT = 200;

  /** No name, no brackets, and no zone, which means something to the machine that wrote it only. */
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private static final String FORWARDED = "X-Forwarded-For";

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Origins() {}

  /** The origin that the gateway's headers tell. */
  public static Origin of(HttpHeaders headers) {
    return of(headers.getHeaderString(FORWARDED), headers.getHeaderString(HttpHeaders.USER_AGENT));
  }

  /** The same, of a request that no resource sees. */
  public static Origin of(MultiMap headers) {
    return of(
        String.join(",", headers.getAll(FORWARDED)),
        String.join(",", headers.getAll(HttpHeaders.USER_AGENT)));
  }

  /**
   * The origin that a program tells of somebody else's request; whether it may is for the caller to
   * know. Nothing when the address is none: limits count by it, and a text that varies at will
   * would be as many clients.
   */
  public static Optional<Origin> told(@Nullable String address, @Nullable String agent) {
    return address(address == null ? "" : address.strip()).map(ip -> of(ip, agent));
  }

  private static Origin of(@Nullable String address, @Nullable String agent) {
    return new Origin(cut(address, LONGEST_ADDRESS), cut(agent, LONGEST_AGENT));
  }

  /** Of a whole literal; of an IPv4 address the one spelling that everybody reads alike. */
  private static Optional<String> address(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      var address = InetAddress.ofLiteral(text);
      var plain = address.getHostAddress();
      if (address instanceof Inet6Address) {
        return Optional.of(text);
      }
      // One inside an IPv6 address is the same client; "127.1" is a riddle.
      return text.equals(plain) || text.indexOf(':') >= 0 ? Optional.of(plain) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String cut(@Nullable String text, int longest) {
    var clean = text == null ? "" : CONTROL.matcher(text).replaceAll("").strip();
    return clean.substring(0, Math.min(longest, clean.length()));
  }
}
