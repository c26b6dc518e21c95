package dev.latchkey.e2e.cli;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A machine with the heroku CLI and a home directory that nobody else uses. */
public final class Laptop {

  /** What the how-to tells people to set: the CLI talks to our gateway, and to nobody else. */
  private static final Map<String, String> SILENT =
      Map.of(
          "DISABLE_TELEMETRY", "true",
          "HEROKU_SKIP_ANALYTICS", "1",
          "HEROKU_SKIP_NEW_VERSION_CHECK", "true",
          "HEROKU_DISABLE_AUTOUPDATE", "1",
          "HEROKU_NETRC_WRITE", "true");

  private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*password (\\S+)$");

  private final Path program;
  private final Path home;
  private final URI url;
  private final Map<String, String> environment;

  private Laptop(Path program, Path home, URI url, Map<String, String> environment) {
    this.program = program;
    this.home = home;
    this.url = url;
    this.environment = Map.copyOf(environment);
  }

  /** A new one. */
  public static Laptop with(HerokuCli cli, Platform platform) {
    var program = cli.installed(platform.root());
    var home = newHome(platform.scratch());
    var url = platform.url();
    var environment = new HashMap<>(SILENT);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("TERM", "xterm");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("GIT_CONFIG_GLOBAL", home.resolve("gitconfig").toString());
    environment.put("HEROKU_HOST", url.toString());
    environment.put("HEROKU_LOGIN_HOST", url.toString());
    environment.put("HEROKU_PARTICLEBOARD_URL", url.toString());
    var calls = platform.root().resolve("e2e/src/test/npm/calls.cjs");
    environment.put("NODE_OPTIONS", "--require=" + calls);
    environment.put("LATCHKEY_CALLS", home.resolve("calls").toString());
    return new Laptop(program, home, url, environment);
  }

  /** The same one, with changes to its environment; an empty value unsets. */
  public Laptop where(Map<String, String> changes) {
    var changed = new HashMap<>(environment);
    changed.putAll(changes);
    changed.values().removeIf(String::isEmpty);
    return new Laptop(program, home, url, changed);
  }

  /** Begins {@code heroku ...}. */
  public Terminal heroku(String... words) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    return Terminal.open(home, environment, command);
  }

  /** Runs {@code heroku ...}, which asks nothing and succeeds; what it showed. */
  public String runs(String... words) {
    return fails(0, words);
  }

  /** Runs {@code heroku ...}, which asks nothing and ends with that code; what it showed. */
  String fails(int code, String... words) {
    try (var terminal = heroku(words)) {
      return terminal.exits(code);
    }
  }

  /** Begins {@code heroku login -i}, up to the Enter after the password. */
  Terminal login(Person person, String password) {
    return heroku("login", "-i")
        .expect("Email")
        .type(person.email())
        .expect("Password")
        .type(password);
  }

  /** Puts a token where the CLI looks for it, as if it had signed in. */
  void remember(Person person, String token) {
    var entry =
        "machine %s\n  login %s\n  password %s\n"
            .formatted(url.getAuthority(), person.email(), token);
    try {
      Files.writeString(netrc(), entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The token that it remembers. */
  public Optional<String> token() {
    var found = TOKEN.matcher(Files.exists(netrc()) ? read(netrc()) : "");
    return found.find() ? Optional.of(Known.secret(found.group(1))) : Optional.empty();
  }

  /** A file in the home directory. */
  Path file(String name, String text) {
    try {
      return Files.writeString(home.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the CLI has connected to: hosts with ports. */
  Set<String> called() {
    var calls = home.resolve("calls");
    return Files.exists(calls) ? new TreeSet<>(read(calls).lines().toList()) : Set.of();
  }

  private Path netrc() {
    return home.resolve(".netrc");
  }

  private static Path newHome(Path scratch) {
    try {
      Files.createDirectories(scratch);
      var home = Files.createTempDirectory(scratch, "laptop");
      for (var folder : List.of("cache", "config", "data")) {
        Files.createDirectory(home.resolve(folder));
      }
      // 7.45.0 asks npm for news of itself, unless it has lately; no variable tells it not to.
      var cache = Files.createDirectory(home.resolve("cache/heroku"));
      var unused = Files.writeString(cache.resolve("version"), "{}");
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
