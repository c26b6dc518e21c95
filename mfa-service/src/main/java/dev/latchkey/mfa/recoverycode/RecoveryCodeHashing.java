package dev.latchkey.mfa.recoverycode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kit.sealing.LookupHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes recovery codes. NIST SP 800-63B-4, 3.1.2.2, wants a look-up secret of less than 112 bits
 * salted and hashed as a password is; the key makes the hash worthless to who has the database
 * alone. One salt a set: a guess is hashed once, not ten times. Some milliseconds of a core, so it
 * is done off the event loop, and before a transaction opens.
 */
@ApplicationScoped
class RecoveryCodeHashing {

  private static final String PURPOSE = "recovery-code";
  private static final String SCHEME = "PBKDF2WithHmacSHA256";

  /** A guess has 80 bits to go through; this need not be as slow as a password's hash. */
  private static final int ROUNDS = 10_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final Vertx vertx;
  private final LookupHash keyed;
  private final SecureRandom random;

  RecoveryCodeHashing(Vertx vertx, LookupHash keyed, SecureRandom random) {
    this.vertx = vertx;
    this.keyed = keyed;
    this.random = random;
  }

  /** Salt of a new set. */
  String salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return TEXT.encodeToString(salt);
  }

  /** Does the work on a worker thread; the answer comes on the caller's context. */
  <T> Uni<T> offTheLoop(Supplier<T> work) {
    return vertx.executeBlocking(work::get, false);
  }

  /** The hash that a new code is kept under, within the set of that salt. */
  String hash(RecoveryCode code, String salt) {
    return TEXT.encodeToString(keyed.of(PURPOSE, slow(code, salt)));
  }

  /**
   * What the code that was typed may be kept under: hashes parted by commas, as one parameter of
   * the statement that spends it. The dear part is done once.
   */
  String typed(RecoveryCode code, String salt) {
    return keyed.all(PURPOSE, slow(code, salt)).stream()
        .map(TEXT::encodeToString)
        .collect(Collectors.joining(","));
  }

  private static String slow(RecoveryCode code, String salt) {
    var slow =
        new PBEKeySpec(code.symbols().toCharArray(), salt.getBytes(UTF_8), ROUNDS, HASH_BITS);
    try {
      return TEXT.encodeToString(
          SecretKeyFactory.getInstance(SCHEME).generateSecret(slow).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + SCHEME, e);
    } finally {
      slow.clearPassword();
    }
  }
}
