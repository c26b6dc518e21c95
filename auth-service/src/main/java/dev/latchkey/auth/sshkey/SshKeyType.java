package dev.latchkey.auth.sshkey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The kinds of SSH key that are accepted, and how the blob of each looks (RFC 4253, 5656 and 8709;
 * OpenSSH's PROTOCOL.u2f). Each reader takes the blob apart, checks the numbers and puts it
 * together again, so that a key has one spelling only. Bouncy Castle checks the points.
 */
enum SshKeyType {
  RSA("ssh-rsa") {
    @Override
    byte[] read(SshWire in) {
      var exponent = in.number();
      var modulus = in.number();
      checkRsa(exponent, modulus);
      return SshWire.strings(label(), exponent.toByteArray(), modulus.toByteArray());
    }
  },
  ED25519("ssh-ed25519") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), ed25519(in));
    }
  },
  ECDSA_256("ecdsa-sha2-nistp256") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), curve(in, "nistp256"), point(in, "P-256"));
    }
  },
  ECDSA_384("ecdsa-sha2-nistp384") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), curve(in, "nistp384"), point(in, "P-384"));
    }
  },
  ECDSA_521("ecdsa-sha2-nistp521") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), curve(in, "nistp521"), point(in, "P-521"));
    }
  },
  SK_ED25519("sk-ssh-ed25519@openssh.com") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), ed25519(in), application(in));
    }
  },
  SK_ECDSA_256("sk-ecdsa-sha2-nistp256@openssh.com") {
    @Override
    byte[] read(SshWire in) {
      return SshWire.strings(label(), curve(in, "nistp256"), point(in, "P-256"), application(in));
    }
  };

  private static final int SHORTEST_RSA = 2048;
  private static final int LONGEST_RSA = 16384;
  private static final byte UNCOMPRESSED = 4;

  private final String text;

  SshKeyType(String text) {
    this.text = text;
  }

  /** The word before the key. */
  String text() {
    return text;
  }

  /** The type with that word, or nothing: DSA and certificates, say, are not accepted. */
  static Optional<SshKeyType> parse(String text) {
    return Stream.of(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /**
   * Reads what follows the type in the blob and writes the whole blob anew.
   *
   * @throws IllegalArgumentException when it is no key of this type
   * @throws WeakKey when it is one that is too weak
   */
  abstract byte[] read(SshWire in);

  byte[] label() {
    return text.getBytes(US_ASCII);
  }

  /** A key that is well formed and too easy to break. */
  static final class WeakKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WeakKey(String message) {
      super(message, null, false, false);
    }
  }

  private static void checkRsa(BigInteger exponent, BigInteger modulus) {
    if (modulus.bitLength() < SHORTEST_RSA) {
      throw new WeakKey("RSA keys must have at least " + SHORTEST_RSA + " bits");
    }
    boolean odd = modulus.testBit(0) && exponent.testBit(0);
    if (!odd || exponent.bitLength() < 2 || modulus.bitLength() > LONGEST_RSA) {
      throw new IllegalArgumentException("no RSA key");
    }
  }

  private static byte[] ed25519(SshWire in) {
    var point = in.string();
    if (point.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyPartial(point, 0)) {
      throw new IllegalArgumentException("no Ed25519 point");
    }
    return point;
  }

  private static byte[] curve(SshWire in, String name) {
    if (!in.text().equals(name)) {
      throw new IllegalArgumentException("another curve");
    }
    return name.getBytes(US_ASCII);
  }

  private static byte[] point(SshWire in, String curve) {
    var point = in.string();
    if (point.length == 0 || point[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("no uncompressed point");
    }
    // Throws when the point is not on the curve.
    return CustomNamedCurves.getByName(curve).getCurve().decodePoint(point).getEncoded(false);
  }

  private static byte[] application(SshWire in) {
    var name = in.text();
    if (name.isEmpty() || name.length() > 255 || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("no application");
    }
    return name.getBytes(US_ASCII);
  }
}
