package dev.latchkey.local.infra;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the program was asked for: words of the form {@code name=value}.
 *
 * @param directory {@code dir}: data and logs; the only one without a default
 * @param programs {@code programs}: where PostgreSQL and Redis are unpacked to; {@code
 *     <dir>/programs}
 * @param stores {@code stores}: which servers, with commas; all
 * @param ports {@code postgres}, {@code redis}, {@code kafka}, {@code mail}, {@code sms}: ports, 0
 *     for a free one
 * @param keep {@code keep}: {@code false} for tests: faster, and all data is deleted at the end
 * @param untilSignal {@code until}: {@code stdin} stops when the parent closes its end, also by
 *     dying; {@code signal} goes on without one
 */
record Arguments(
    Path directory,
    Path programs,
    Set<String> stores,
    Map<String, Integer> ports,
    boolean keep,
    boolean untilSignal) {

  static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("postgres", 15432, "redis", 16379, "kafka", 19092, "mail", 12525, "sms", 18090);

  private static final List<String> ALL = List.of("postgres", "redis", "kafka", "mail", "sms");
  private static final Set<String> OTHERS = Set.of("dir", "programs", "stores", "keep", "until");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for a person
   */
  static Arguments parse(String... words) {
    var given = new LinkedHashMap<String, String>();
    for (var word : words) {
      var parts = word.split("=", 2);
      boolean known = OTHERS.contains(parts[0]) || DEFAULT_PORTS.containsKey(parts[0]);
      if (parts.length != 2 || !known) {
        throw new IllegalArgumentException("unknown argument " + word);
      }
      given.put(parts[0], parts[1]);
    }
    if (!given.containsKey("dir")) {
      throw new IllegalArgumentException("dir=DIRECTORY is missing");
    }
    var directory = Path.of(given.getOrDefault("dir", "")).toAbsolutePath().normalize();
    var programs = given.getOrDefault("programs", directory.resolve("programs").toString());
    return new Arguments(
        directory,
        Path.of(programs).toAbsolutePath().normalize(),
        stores(given.getOrDefault("stores", String.join(",", ALL))),
        ports(given),
        oneOf(given, "keep", "true", "false"),
        !oneOf(given, "until", "stdin", "signal"));
  }

  int port(String store) {
    return ports.getOrDefault(store, 0);
  }

  private static Set<String> stores(String list) {
    var stores = Set.of(list.split(",", -1));
    if (!ALL.containsAll(stores)) {
      throw new IllegalArgumentException("stores are " + ALL + ", not " + list);
    }
    return stores;
  }

  private static Map<String, Integer> ports(Map<String, String> given) {
    var ports = new LinkedHashMap<>(DEFAULT_PORTS);
    ports.replaceAll((store, usual) -> {
      var text = given.getOrDefault(store, usual.toString());
      try {
        int port = Integer.parseInt(text);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // answered below
      }
      throw new IllegalArgumentException(store + "=" + text + " is no port");
    });
    return ports;
  }

  private static boolean oneOf(
      Map<String, String> given, String name, String first, String second) {
    var value = given.getOrDefault(name, first);
    if (!List.of(first, second).contains(value)) {
      throw new IllegalArgumentException(
          "%s is %s, not %s".formatted(name, Arrays.asList(first, second), value));
    }
    return value.equals(first);
  }
}
