package dev.latchkey.local.launcher.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ports of one platform. */
public final class Ports {

  private static final String BASE = "LATCHKEY_PORT_BASE";

  private final Map<Door, Integer> numbers;

  private Ports(Map<Door, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * The usual ports, moved by {@code LATCHKEY_PORT_BASE} and by each port's own variable.
   *
   * @throws IllegalArgumentException with a sentence for a person
   */
  public static Ports from(Map<String, String> environment) {
    var numbers = new EnumMap<Door, Integer>(Door.class);
    var owners = new HashMap<Integer, Door>();
    for (var door : Door.values()) {
      int usual =
          environment.containsKey(BASE) ? number(environment, BASE) + door.offset() : door.usual();
      int port =
          environment.containsKey(door.variable()) ? number(environment, door.variable()) : usual;
      var other = owners.put(port, door);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s and %s cannot both have port %d".formatted(other.title(), door.title(), port));
      }
      numbers.put(door, port);
    }
    return new Ports(numbers);
  }

  private static int number(Map<String, String> environment, String name) {
    var text = environment.getOrDefault(name, "");
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new IllegalArgumentException("%s=%s is no port".formatted(name, text));
  }

  public int of(Door door) {
    var port = numbers.get(door);
    if (port == null) {
      throw new IllegalStateException("every door has a port: " + door);
    }
    return port;
  }

  /** Host and port. */
  public String address(Door door) {
    return "127.0.0.1:" + of(door);
  }

  public String url(Door door) {
    return "http://" + address(door);
  }

  public Map<String, Integer> byTitle() {
    var named = new HashMap<String, Integer>();
    numbers.forEach((door, port) -> named.put(door.title(), port));
    return named;
  }

  /** Says of a port that is taken who has it and what to do; empty when all are free. */
  public Optional<String> complaint() {
    for (var door : Door.values()) {
      if (!free(of(door))) {
        return Optional.of(
            "port %d (%s) is taken by %s; stop that, or set %s or %s to another"
                .formatted(of(door), door.title(), PortHolder.of(of(door)), door.variable(), BASE));
      }
    }
    return Optional.empty();
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      // A port whose last connections linger is free enough: the servers set this too.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
