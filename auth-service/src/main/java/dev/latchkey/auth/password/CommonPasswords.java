package dev.latchkey.auth.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The 30,000 most common passwords of published breaches, as zxcvbn (MIT licence) ships them. In
 * lower case.
 */
final class CommonPasswords {

  private static final Set<String> ALL = load();

  private CommonPasswords() {}

  static boolean contains(String lowerCase) {
    return ALL.contains(lowerCase);
  }

  private static Set<String> load() {
    try {
      return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException e) {
      throw new UncheckedIOException("zxcvbn's list of passwords is missing", e);
    }
  }
}
