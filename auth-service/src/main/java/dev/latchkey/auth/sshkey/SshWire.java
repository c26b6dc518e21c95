package dev.latchkey.auth.sshkey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Reads the data types of RFC 4251, section 5, as far as public keys have them. */
final class SshWire {

  private final ByteBuffer bytes;

  SshWire(byte[] blob) {
    bytes = ByteBuffer.wrap(blob);
  }

  /**
   * A {@code string} of bytes.
   *
   * @throws IllegalArgumentException when the blob is shorter than it says
   */
  byte[] string() {
    if (bytes.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("too short");
    }
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("length beyond the end");
    }
    var value = new byte[length];
    bytes.get(value);
    return value;
  }

  /** A {@code string} of US-ASCII characters. */
  String text() {
    return new String(string(), US_ASCII);
  }

  /** An {@code mpint} that is positive and written without needless zeros. */
  BigInteger number() {
    var value = string();
    var number = value.length == 0 ? BigInteger.ZERO : new BigInteger(value);
    if (number.signum() <= 0 || number.toByteArray().length != value.length) {
      throw new IllegalArgumentException("not a positive number");
    }
    return number;
  }

  /** Nothing may come after the last part. */
  void end() {
    if (bytes.hasRemaining()) {
      throw new IllegalArgumentException("something after the end");
    }
  }

  /** Writes {@code string}s, one after the other. */
  static byte[] strings(byte[]... values) {
    var out = new ByteArrayOutputStream();
    for (var value : values) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
      out.writeBytes(value);
    }
    return out.toByteArray();
  }
}
