package dev.latchkey.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a credential reaches. The words are those of Heroku's Platform API; only {@link #GLOBAL}
 * may touch credentials, factors or authorizations.
 */
public enum Scope {
  GLOBAL,
  IDENTITY,
  READ,
  WRITE,
  READ_PROTECTED,
  WRITE_PROTECTED;

  private static final Map<String, Scope> BY_TEXT =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Scope::text, Function.identity()));

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word on the wire: {@code read-protected}. */
  @JsonValue
  public String text() {
    return text;
  }

  /** The scope with that word, or nothing when there is none. */
  public static Optional<Scope> parse(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /**
   * The scope with that word.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static Scope of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("unknown scope"));
  }

  /** Space-separated words, as in RFC 6749 section 3.3. */
  public static String join(Collection<Scope> scopes) {
    return scopes.size() == 1
        ? scopes.iterator().next().text()
        : scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
  }

  /** The reverse of {@link #join}; unknown words are dropped, which can only narrow the reach. */
  public static Set<Scope> split(String words) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var word : words.split(" ", -1)) {
      parse(word).ifPresent(scopes::add);
    }
    return scopes;
  }
}
