package dev.latchkey.kit.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Things there is one of in a JVM. Quarkus loads a test's classes more than once, each time with
 * statics of their own; the copy of this class in the system class loader has the things. Only
 * objects of the JDK's classes can be there: ours are not the same classes everywhere.
 */
final class JvmWide {

  private static final Map<String, Object> THINGS = new ConcurrentHashMap<>();

  private JvmWide() {}

  /** The thing of that name, made when there is none yet. */
  static <T> T get(String name, Class<T> type, Supplier<T> maker) {
    var things = things();
    synchronized (things) {
      var present = things.get(name);
      if (present == null) {
        present = maker.get();
        things.put(name, present);
      }
      return type.cast(present);
    }
  }

  /** Sets or replaces it. */
  static void put(String name, Object thing) {
    things().put(name, thing);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> things() {
    var jvm = ClassLoader.getSystemClassLoader();
    if (JvmWide.class.getClassLoader() == jvm) {
      return THINGS;
    }
    try {
      var field = Class.forName(JvmWide.class.getName(), true, jvm).getDeclaredField("THINGS");
      field.setAccessible(true);
      return (Map<String, Object>) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the testkit is not on the JVM's own class path", e);
    }
  }
}
