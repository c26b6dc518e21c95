package dev.latchkey.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, in the one form that it is stored and compared in: NFKC, lower case. Says nothing
 * about whose it is; that takes a mail (RFC 5321 section 4.5.3.1 for the lengths).
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;

  /** What can be mailed to: no white space or control, one at-sign, a dotted or local host. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\\\\\"]+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  public EmailAddress {
    if (!value.equals(normal(value)) || !wellFormed(value)) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  /** The address in a text that a person typed, or nothing when it has no address's form. */
  public static Optional<EmailAddress> parse(String text) {
    var normal = normal(text);
    return wellFormed(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
  }

  /** Addresses are personal data and stay out of logs. */
  @Override
  public String toString() {
    return "EmailAddress[redacted]";
  }

  private static String normal(String text) {
    // Twice: J with a caron has no form of one sign, but the small letter that it becomes has.
    return composed(composed(text.strip()).toLowerCase(Locale.ROOT));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean wellFormed(String normal) {
    return normal.length() <= LONGEST
        && normal.indexOf('@') <= LONGEST_LOCAL
        && !normal.contains("..")
        && SHAPE.matcher(normal).matches();
  }
}
