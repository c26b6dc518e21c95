package dev.latchkey.auth.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password hash with everything but the pepper that is needed to check a password against it, as
 * one PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1,keyid=<pepper>$<salt>$<hash>}.
 */
public final class PasswordHash {

  // Salt and hash are of fixed length: 22 and 43 characters of base64 without padding.
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2}),keyid=([A-Za-z0-9.-]{1,32})"
              + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

  private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

  private final Argon2.Cost cost;
  private final String pepper;
  private final byte[] salt;
  private final byte[] hash;

  PasswordHash(Argon2.Cost cost, String pepper, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.pepper = pepper;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is anything else, or costs more than any hash of ours;
   *     the text is not in the message
   */
  public static PasswordHash parse(String text) {
    var parts = PHC.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a password hash of ours");
    }
    var decoder = Base64.getDecoder();
    return new PasswordHash(
        new Argon2.Cost(number(parts, 1), number(parts, 2), number(parts, 3)),
        parts.group(4),
        decoder.decode(parts.group(5)),
        decoder.decode(parts.group(6)));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** The PHC string, for the database. */
  public String text() {
    return "$argon2id$v=19$m="
        + cost.memory()
        + ",t="
        + cost.iterations()
        + ",p="
        + cost.parallelism()
        + ",keyid="
        + pepper
        + "$"
        + TEXT.encodeToString(salt)
        + "$"
        + TEXT.encodeToString(hash);
  }

  Argon2.Cost cost() {
    return cost;
  }

  /** Id of the pepper key. */
  String pepper() {
    return pepper;
  }

  byte[] salt() {
    return salt.clone();
  }

  boolean is(byte[] computed) {
    return MessageDigest.isEqual(hash, computed);
  }

  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}
