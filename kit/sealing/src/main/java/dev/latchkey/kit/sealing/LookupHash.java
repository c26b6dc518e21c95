package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The keyed hash under which a random token is stored and found: HMAC-SHA256. Without the key a
 * database dump gives no token, and a token of a dump elsewhere is not found here. Only for random
 * tokens: a password needs a slow hash.
 *
 * <p>There may be several keys. New hashes are made with the current one; whoever looks a token up
 * looks for {@link #all} of its hashes, so that a rotation ends no token.
 */
@Singleton
public final class LookupHash {

  private static final String HMAC = "HmacSHA256";
  private static final String OLD_FORM = "latchkey.token-hash.key";

  /** With its key each, the current one first; only ever copied, as it costs much to make one. */
  private final List<Mac> keyed;

  LookupHash(TokenHashConfig config) {
    var all = new ArrayList<SecretKey>();
    config
        .current()
        .ifPresent(id -> {
          var current = KeyRing.of(id, config.keys()).key(id).orElseThrow();
          all.add(current);
        });
    config.key().ifPresent(text -> all.add(KeyRing.key(OLD_FORM, text)));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("set latchkey.token-hash.current and .keys");
    }
    config.keys().forEach((id, text) -> all.add(KeyRing.key(id, text)));
    keyed = all.stream().distinct().map(LookupHash::keyed).toList();
  }

  /**
   * The token's look-up key, 32 bytes, for what is made now.
   *
   * @param purpose a constant of the calling code (say {@code session}): one token under two
   *     purposes has two hashes
   */
  public byte[] of(String purpose, String token) {
    return hash(keyed.getFirst(), purpose, token);
  }

  /** Every hash that the token may be stored under, the current one first; one for each key. */
  public List<byte[]> all(String purpose, String token) {
    return keyed.stream().map(mac -> hash(mac, purpose, token)).toList();
  }

  private static Mac keyed(SecretKey key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      // Else one that cannot be copied would be found out at the first request.
      copy(mac);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + HMAC, e);
    }
  }

  private static byte[] hash(Mac keyed, String purpose, String token) {
    var mac = copy(keyed);
    mac.update(purpose.getBytes(UTF_8));
    // Parts the two: no purpose has a NUL in it.
    mac.update((byte) 0);
    return mac.doFinal(token.getBytes(UTF_8));
  }

  private static Mac copy(Mac keyed) {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this JDK's " + HMAC + " cannot be copied", e);
    }
  }
}
