package dev.latchkey.mfa.enrolment;

import dev.latchkey.mfa.totp.TotpSecret;
import java.nio.charset.StandardCharsets;

/**
 * The text in the QR code: the {@code otpauth} URI of the "Key URI Format" that authenticator apps
 * read. The issuer stands in the label and in a parameter, the same both times.
 */
final class KeyUri {

  private static final String PLAIN = "-._~@";

  private KeyUri() {}

  static String of(String issuer, String account, TotpSecret secret) {
    var name = escape(issuer);
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(name, escape(account), secret.base32(), name);
  }

  /** RFC 3986: a space is {@code %20}, never a plus, which some apps would show. */
  private static String escape(String text) {
    var escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }
}
