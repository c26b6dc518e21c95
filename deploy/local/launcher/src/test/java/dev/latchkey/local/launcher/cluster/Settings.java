package dev.latchkey.local.launcher.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a program reads of its surroundings, as its sources have it. */
public final class Settings {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?m)^([^#%\\n][^=\\n]*)=.*?\\$\\{([A-Z][A-Z0-9_]*)(:([^\\n]*))?}");
  private static final Pattern MAPPING =
      Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
  private static final Pattern PROPERTY =
      Pattern.compile("@ConfigProperty\\(name = \"(latchkey[a-z.-]+)\"");
  private static final Pattern DIAL =
      Pattern.compile("(?m)^ .*?\\b(?:[A-Z]\\w*(?:<.*>)?|int|long) ([a-z]\\w*)\\(\\);");

  private final String properties;
  private final List<String> sources;

  private Settings(String properties, List<String> sources) {
    this.properties = properties;
    this.sources = List.copyOf(sources);
  }

  /** Those of a module, with the kits that services are made of. */
  public static Settings of(String module) {
    try {
      var folder = Overlay.ROOT.resolve(module);
      var file = folder.resolve("src/main/resources/application.properties");
      return new Settings(Files.readString(file), sources(module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sources(String module) throws IOException {
    var texts = new HashSet<String>();
    for (var part : List.of(module, "kit")) {
      try (var files = Files.walk(Overlay.ROOT.resolve(part))) {
        for (var file :
            files.filter(one -> one.toString().matches(".*/src/main/.*\\.java")).toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return List.copyOf(texts);
  }

  Set<String> found(Pattern pattern) {
    return pattern
        .matcher(properties)
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toSet());
  }

  /** Variables that {@code application.properties} names. */
  private Set<String> variables() {
    return PLACEHOLDER
        .matcher(properties)
        .results()
        .map(one -> one.group(2))
        .collect(Collectors.toSet());
  }

  /** Variables whose default is of use on one machine only, or none. */
  public Set<String> neededElsewhere() {
    return PLACEHOLDER
        .matcher(properties)
        .results()
        .filter(Settings::fitsOneMachine)
        .map(one -> one.group(2))
        .collect(Collectors.toSet());
  }

  private static boolean fitsOneMachine(MatchResult placeholder) {
    var fallback = placeholder.group(4);
    return fallback == null
        || fallback.contains("127.0.0.1")
        || fallback.contains(".test")
        || placeholder.group(1).contains("password") && !fallback.isEmpty();
  }

  /** True if that variable sets something: by name, or as a part of what is set by part. */
  public boolean reads(String variable) {
    return variables().contains(variable)
        || keys().stream()
            .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
            .anyMatch(name -> variable.equals(name) || variable.startsWith(name + "_"));
  }

  /** Names of properties that configuration interfaces and injection points have. */
  private Set<String> keys() {
    var keys = new HashSet<String>();
    for (var source : sources) {
      PROPERTY.matcher(source).results().forEach(one -> keys.add(one.group(1)));
      var prefixes = MAPPING.matcher(source).results().map(one -> one.group(1)).toList();
      var dials = DIAL.matcher(source).results().map(Settings::dial).toList();
      for (var prefix : prefixes) {
        dials.forEach(dial -> keys.add(prefix + "." + dial));
      }
    }
    return keys;
  }

  private static String dial(MatchResult method) {
    return method.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
