package dev.latchkey.auth.password;

import java.security.SecureRandom;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A password's hash as it was made before the service's settings changed. */
public record YesterdaysHash(int memory, int iterations, String pepper) {

  /** With the settings of today. */
  public static YesterdaysHash likeToday() {
    return new YesterdaysHash(19456, 2, "test-1");
  }

  /** Made when a hash cost less. */
  public YesterdaysHash weaker() {
    return new YesterdaysHash(12288, 2, pepper);
  }

  /** Made under the pepper key that is still in the ring, but not its current one. */
  public YesterdaysHash underTheOldPepper() {
    return new YesterdaysHash(memory, iterations, "test-0");
  }

  /** The text of the column. */
  public String of(String password) {
    var cost = new Argon2.Cost(memory, iterations, 1);
    var salt = new byte[Argon2.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    var secret = Peppers.of(pepper, keys()).mix(pepper, Password.of(password));
    return new PasswordHash(cost, pepper, salt, Argon2.fastest().hash(cost, secret, salt)).text();
  }

  private Map<String, String> keys() {
    var name = "latchkey.pepper.keys." + pepper;
    return Map.of(pepper, ConfigProvider.getConfig().getValue(name, String.class));
  }
}
