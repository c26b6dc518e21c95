package dev.latchkey.token.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client is called. People read it when they decide whom to let in, and terminals print it:
 * no control characters, and none that turn the direction of what follows or can't be seen.
 */
record ClientName(String text) {

  private static final int LONGEST = 100;

  static Optional<ClientName> parse(@Nullable String text) {
    var name = text == null ? "" : text.strip();
    boolean readable = name.codePoints().allMatch(ClientName::visible);
    int length = name.codePointCount(0, name.length());
    return readable && length >= 1 && length <= LONGEST
        ? Optional.of(new ClientName(name))
        : Optional.empty();
  }

  private static boolean visible(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
