package dev.latchkey.e2e.person;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret that anybody has seen in this run: none may be readable anywhere afterwards. */
public final class Known {

  /** Passwords, tokens, TOTP secrets: long enough to be unmistakable. */
  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();

  private Known() {}

  /** Notes a secret, and returns it. */
  public static String secret(String text) {
    if (text.length() < 8) {
      throw new IllegalArgumentException("too short to be looked for");
    }
    SECRETS.add(text);
    return text;
  }

  static String address(String text) {
    ADDRESSES.add(text);
    return text;
  }

  public static Set<String> secrets() {
    return Set.copyOf(SECRETS);
  }

  public static Set<String> addresses() {
    return Set.copyOf(ADDRESSES);
  }
}
