package dev.latchkey.mfa.sms;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where requests for texts come from, as their cap counts: the first 24 bits of an IPv4 address,
 * the first 48 of an IPv6 address, which is what one customer is given at most (RFC 6177). Whoever
 * pumps texts has many addresses, and few such networks.
 */
final class SenderNetwork {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

  private SenderNetwork() {}

  /** The network of an address; nothing when the text is no address. */
  static Optional<String> of(String address) {
    try {
      var parsed = InetAddress.ofLiteral(address);
      int bytes = parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
      var prefix = Arrays.copyOf(parsed.getAddress(), bytes);
      return Optional.of(HexFormat.of().formatHex(prefix) + "/" + bytes * Byte.SIZE);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
