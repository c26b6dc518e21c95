package dev.latchkey.token.grant;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** RFC 7636 with S256, the one method there is here: {@code plain} protects nothing. */
public record CodeChallenge(String text) {

  public static final String METHOD = "S256";

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  /** The challenge in a text, which is the unpadded base64url of 32 bytes. */
  public static Optional<CodeChallenge> parse(String text) {
    return CHALLENGE.matcher(text).matches()
        ? Optional.of(new CodeChallenge(text))
        : Optional.empty();
  }

  /** True when it was made from this verifier. */
  public boolean isOf(String verifier) {
    return VERIFIER.matcher(verifier).matches()
        && MessageDigest.isEqual(digest(verifier).getBytes(US_ASCII), text.getBytes(US_ASCII));
  }

  private static String digest(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
