package dev.latchkey.kit.testkit;

import java.util.function.Supplier;

/**
 * Things there is one of in a JVM. Quarkus loads a test's classes more than once, each time with
 * statics of their own; the system properties are shared, so things live there. Only classes of the
 * JDK can: ours are not the same classes everywhere.
 */
final class JvmWide {

  private static final String PREFIX = "latchkey.testkit.";

  private JvmWide() {}

  /** The thing of that name, made when there is none yet. */
  static synchronized <T> T get(String name, Class<T> type, Supplier<T> maker) {
    var present = System.getProperties().get(PREFIX + name);
    if (present != null) {
      return type.cast(present);
    }
    var made = maker.get();
    put(name, made);
    return made;
  }

  /** Sets or replaces it. */
  static void put(String name, Object thing) {
    System.getProperties().put(PREFIX + name, thing);
  }
}
