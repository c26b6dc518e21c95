package dev.latchkey.web.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Passwords and codes as headers carry them. */
public final class Proof {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private Proof() {}

  /** {@code Authorization} of a sign-in (RFC 7617). */
  public static String basic(String email, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((email + ":" + password).getBytes(UTF_8));
  }

  /** {@code Heroku-Password}: as RFC 8187 has it, so that any character survives the way. */
  public static @Nullable String password(@Nullable String typed) {
    if (typed == null || typed.isEmpty()) {
      return null;
    }
    var text = new StringBuilder("UTF-8''");
    for (byte b : typed.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (PLAIN.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
            .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return text.toString();
  }

  /** {@code Heroku-Two-Factor-Code}: people type codes in groups. */
  public static @Nullable String code(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    var plain = typed.replaceAll("[^\\x21-\\x7e]", "");
    return plain.isEmpty() ? null : plain;
  }
}
