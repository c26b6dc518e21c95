package dev.latchkey.local.launcher.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** The list of attacks that must be survived: {@code attacks.txt} beside this class. */
final class Attacks {

  static final String TAG = "attack-";

  private static final String COMMENT = "#";

  private Attacks() {}

  static List<Attack> all() throws IOException {
    return lines("attacks.txt").stream().map(Attack::read).toList();
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
