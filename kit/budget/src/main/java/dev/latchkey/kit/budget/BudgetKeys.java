package dev.latchkey.kit.budget;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the keys of counters with a key of their own ({@code latchkey.counter-names.key}), so that
 * new keys for tokens give nobody new tries. An installation from before has one key for both.
 */
@Startup // A key that is not what it should be keeps the service from starting.
@ApplicationScoped
class BudgetKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  BudgetKeys(
      @ConfigProperty(name = "latchkey.counter-names.key") Optional<String> own,
      @ConfigProperty(name = "latchkey.token-hash.key") Optional<String> before) {
    this.key =
        own.map(base64 -> key("latchkey.counter-names.key", base64))
            .or(() -> before.map(base64 -> key("latchkey.token-hash.key", base64)))
            .orElseThrow(
                () -> new IllegalArgumentException("set latchkey.counter-names.key, 32 bytes"));
  }

  private static SecretKeySpec key(String name, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException notBase64) {
      // Without the cause: it quotes a character of the key.
      throw new IllegalArgumentException("key " + name + " is not base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("key " + name + " is not 32 bytes");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  BudgetKey of(Limit limit, String name) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // Where the same key serves tokens as well, the first word keeps the uses apart.
      var text = "budget\n" + limit.name() + "\n" + name;
      return BudgetKey.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
