package dev.latchkey.auth.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one client has of addresses, as limits by address count it: an IPv4 address, or the first 64
 * bits of an IPv6 address, because whoever has one of these has all that begin so (RFC 6177).
 */
public final class ClientNetwork {

  private static final int PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** The network of an address; a text that is no address is its own. */
  public static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES)) + "/64"
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
