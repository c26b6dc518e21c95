package dev.latchkey.mfa.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A code as somebody typed it: perhaps no code at all, which then matches nothing. */
public record TotpCode(String text) {

  /** Takes what was typed. Apps show {@code 123 456}, so spaces don't count. */
  public static TotpCode typed(String text) {
    return new TotpCode(text.replace(" ", ""));
  }

  /** Compares in time that doesn't tell how much of it matches. */
  boolean matches(TotpCode other) {
    return MessageDigest.isEqual(bytes(), other.bytes());
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "TotpCode[redacted]";
  }
}
