package dev.latchkey.auth.password;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
    var hashing =
        new PasswordHashing(
            new Cost(memory, iterations, 1),
            new Keys(pepper),
            new SecureRandom(),
            new SimpleMeterRegistry());
    try {
      return hashing.hash(Password.of(password)).await().indefinitely().text();
    } finally {
      hashing.stop();
    }
  }

  private record Cost(int memory, int iterations, int parallelism) implements PasswordConfig {}

  private record Keys(String current) implements PasswordConfig.PepperConfig {
    @Override
    public Map<String, String> keys() {
      return Map.of(current, ConfigProvider.getConfig().getValue(name(), String.class));
    }

    private String name() {
      return "latchkey.pepper.keys." + current;
    }
  }
}
