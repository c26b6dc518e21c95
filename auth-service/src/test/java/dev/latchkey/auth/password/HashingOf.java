package dev.latchkey.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Builds {@link PasswordHashing} as configured for a test. */
record HashingOf(int memory, int iterations, String pepper, MeterRegistry meters) {

  static HashingOf defaults() {
    return new HashingOf(19456, 2, "p1", new SimpleMeterRegistry());
  }

  HashingOf iterations(int number) {
    return new HashingOf(memory, number, pepper, meters);
  }

  HashingOf pepper(String current) {
    return new HashingOf(memory, iterations, current, meters);
  }

  HashingOf meters(MeterRegistry registry) {
    return new HashingOf(memory, iterations, pepper, registry);
  }

  PasswordHashing build() {
    return new PasswordHashing(new Cost(memory, iterations, 1), new Keys(pepper), random(), meters);
  }

  private static SecureRandom random() {
    return new SecureRandom();
  }

  private record Cost(int memory, int iterations, int parallelism) implements PasswordConfig {}

  private record Keys(String current) implements PasswordConfig.PepperConfig {
    @Override
    public Map<String, String> keys() {
      return Map.of("p1", key(1), "p2", key(2));
    }

    private static String key(int fill) {
      var key = new byte[32];
      Arrays.fill(key, (byte) fill);
      return Base64.getEncoder().encodeToString(key);
    }
  }
}
