package dev.latchkey.kit.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the keys of counters with the service's own hash key. */
@ApplicationScoped
class BudgetKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  BudgetKeys(@ConfigProperty(name = "latchkey.token-hash.key") String base64) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(base64), ALGORITHM);
  }

  BudgetKey of(Limit limit, String name) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // The same hash key serves tokens elsewhere: the first word keeps the uses apart.
      var text = "budget\n" + limit.name() + "\n" + name;
      return BudgetKey.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
