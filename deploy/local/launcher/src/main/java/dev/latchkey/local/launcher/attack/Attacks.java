package dev.latchkey.local.launcher.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of attacks that must be survived: {@code attacks.txt} beside this class. */
final class Attacks {

  static final String TAG = "attack-";

  private static final String COMMENT = "#";

  private Attacks() {}

  static List<Attack> all() throws IOException {
    return lines("attacks.txt").stream().map(Attack::read).toList();
  }

  /**
   * Those of which a test is still being written, and what its class will be called: {@code
   * awaited.txt}. For these alone it is no fault that there is none.
   */
  static Map<Integer, String> awaited() throws IOException {
    return lines("awaited.txt").stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> Integer.valueOf(words[0]), words -> words[1]));
  }

  private static List<String> lines(String name) throws IOException {
    try (var in = Attacks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
          .toList();
    }
  }
}
