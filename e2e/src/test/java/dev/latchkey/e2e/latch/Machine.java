package dev.latchkey.e2e.latch;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import dev.latchkey.e2e.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A machine with latch, and a home directory that nobody else uses. */
final class Machine {

  private static final int COLUMNS = 100;
  private static final long PATIENCE_S = 300;
  private static final int TRIES = 10;

  /** The exit code of a platform that is away, or busy. */
  private static final int AWAY = 5;

  private static final ObjectMapper DOCUMENTS =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static @Nullable Path installed;

  private final Path program;
  private final Path home;
  private final Map<String, String> environment;
  private final int columns;
  private final Transcript transcript;

  private Machine(
      Path program,
      Path home,
      Map<String, String> environment,
      int columns,
      Transcript transcript) {
    this.program = program;
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.columns = columns;
    this.transcript = transcript;
  }

  /** A new one, where nobody has signed in. */
  static Machine at(Platform platform) {
    var program = installed(platform);
    var home = newHome(platform.scratch());
    var environment = new HashMap<String, String>();
    environment.put(
        "PATH", home.resolve("bin") + ":" + program.getParent() + ":" + System.getenv("PATH"));
    environment.put("TERM", "xterm-256color");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", home.toString());
    environment.put("HOSTNAME", "laptop");
    environment.put("LATCHKEY_URL", platform.url().toString());
    var transcript = new Transcript(platform.root(), platform.url(), home);
    return new Machine(program, home, environment, COLUMNS, transcript);
  }

  /** The same one, with changes to its environment; an empty value unsets. */
  Machine where(Map<String, String> changes) {
    var changed = new HashMap<>(environment);
    changed.putAll(changes);
    changed.values().removeIf(String::isEmpty);
    return new Machine(program, home, changed, columns, transcript);
  }

  /** The same one, with a window so wide. */
  Machine columns(int wide) {
    return new Machine(program, home, environment, wide, transcript);
  }

  /** Begins {@code latch ...}. */
  Terminal latch(String... words) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    var line = Arrays.stream(words).map(Machine::quoted).collect(Collectors.joining(" "));
    return begin("latch " + line, command);
  }

  /** The same one, of somebody who runs the platform and has the key of that id. */
  Machine ofOperator(Platform platform, String keyId) {
    return where(
        Map.of(
            "LATCHKEY_OPERATOR_KEY", platform.data().resolve(keyId + ".pem").toString(),
            "LATCHKEY_AUTH_SERVICE", inside(platform, Owner.AUTH),
            "LATCHKEY_MFA_SERVICE", inside(platform, Owner.MFA),
            "LATCHKEY_NOTIFICATION_SERVICE", inside(platform, Owner.NOTIFICATION)));
  }

  private static String inside(Platform platform, Owner owner) {
    return platform.service(owner).internalDoor().base().toString();
  }

  /** Runs {@code latch-operator ...}, which asks nothing and ends with that code; patiently. */
  @CanIgnoreReturnValue
  String operates(int code, String... words) {
    var line = "latch-operator " + String.join(" ", words);
    for (int i = 1; ; i++) {
      try (var terminal = sh(line)) {
        if (i == TRIES || terminal.ends() != AWAY) {
          return terminal.exits(code);
        }
      }
      transcript.forgetLast();
    }
  }

  /** Begins a line of a shell's. */
  Terminal sh(String line) {
    return begin(line, List.of("/bin/sh", "-c", line));
  }

  /** The same, and no transcript has it. */
  Terminal unseen(String line) {
    return Terminal.open(home, environment, List.of("/bin/sh", "-c", line), columns);
  }

  private Terminal begin(String line, List<String> command) {
    return transcript.add(line, Terminal.open(home, environment, command, columns));
  }

  private static String quoted(String word) {
    return word.matches("[\\w:@.+/=-]+") ? word : "'" + word + "'";
  }

  /** Runs {@code latch ...}, which asks nothing and succeeds; what it showed. */
  @CanIgnoreReturnValue
  String runs(String... words) {
    return ends(0, words);
  }

  /** Runs {@code latch ...}, which asks nothing and ends with that code; what it showed. */
  @CanIgnoreReturnValue
  String ends(int code, String... words) {
    try (var terminal = latch(words)) {
      return noted(terminal.exits(code));
    }
  }

  /** Runs {@code latch ... --json} up to its end; the one document that it printed. */
  JsonNode json(String... words) {
    try (var terminal = unseen("latch " + String.join(" ", words) + " --json >out.json")) {
      terminal.exits(0);
    }
    return document(read(home.resolve("out.json")));
  }

  /** One JSON document, and nothing after it. */
  static JsonNode document(String text) {
    try {
      return DOCUMENTS.readTree(noted(text));
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String noted(String shown) {
    Masks.tokens(shown).forEach(Known::secret);
    return shown;
  }

  /** Begins {@code latch login}, up to the Enter after the password. */
  Terminal login(Person person, String password) {
    return latch("login")
        .expect("E-mail: ")
        .enter(person.email())
        .expect("Password: ")
        .enter(password);
  }

  /** Somebody without two-factor signs in. */
  @CanIgnoreReturnValue
  Machine signIn(Person person) {
    return signIn(() -> login(person, person.password()));
  }

  /** What a person does when the platform is busy: tries again in a moment. */
  private Machine signIn(Supplier<Terminal> login) {
    for (int i = 1; ; i++) {
      try (var terminal = login.get()) {
        if (i == TRIES || terminal.ends() != AWAY) {
          terminal.expect("Signed in as ").exits(0);
          return this;
        }
      }
      transcript.forgetLast();
    }
  }

  /** Somebody with two-factor signs in. */
  @CanIgnoreReturnValue
  Machine signInWithCode(Person person) {
    return signIn(() -> {
      var terminal = login(person, person.password());
      return terminal.shows("Two-factor code: ")
          ? terminal.enter(person.authenticator().freshCode())
          : terminal;
    });
  }

  /** The token that is kept. */
  String token() {
    return Known.secret(kept().path("token").asText());
  }

  /** What is kept of the sign-in; nothing where nobody ever signed in. */
  JsonNode kept() {
    var file = credentials();
    var all = Json.read(Files.exists(file) ? read(file) : "{}");
    return all.path("platforms").path(environment.getOrDefault("LATCHKEY_URL", ""));
  }

  /** The file of all sign-ins. */
  Path credentials() {
    return home.resolve(".config/latchkey/credentials.json");
  }

  /** A file in the home directory. */
  Path file(String name) {
    return home.resolve(name);
  }

  /** Makes a file in the home directory. */
  @CanIgnoreReturnValue
  Path write(String name, String text) {
    try {
      var file = home.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a program on the path, before all others. */
  void program(String name, String script) {
    if (!write("bin/" + name, script).toFile().setExecutable(true)) {
      throw new IllegalStateException(name);
    }
  }

  /** Whether there is a file with one line that says that. */
  boolean has(String name, String line) {
    return Files.exists(file(name)) && read(name).equals(line + "\n");
  }

  String read(String name) {
    return read(home.resolve(name));
  }

  /** All that its terminals have shown must be what the file of that name has. */
  void hasShown(String golden) {
    transcript.mustBe(golden);
  }

  /** From here on; what came before is not for {@link #hasShown}. */
  @CanIgnoreReturnValue
  Machine forgetScreen() {
    transcript.clear();
    return this;
  }

  /** Whether latch needs no JVM there: how the system says that it crashed is different then. */
  boolean runsAnExecutable() {
    return Files.exists(program.resolveSibling("../lib/latch/latch"));
  }

  /** Once a run, as a person installs it; or the one that was installed already. */
  private static synchronized Path installed(Platform platform) {
    var given = System.getProperty("latchkey.e2e.latch", "");
    if (!given.isEmpty()) {
      installed = Path.of(given).toAbsolutePath();
    }
    if (installed != null) {
      return installed;
    }
    var prefix = platform.scratch().resolve("latch");
    var installer = platform.root().resolve("cli/target/latch/latch/install.sh");
    if (!Files.exists(installer)) {
      throw new AssertionError("no latch to install; make it with ./mvnw -pl cli -am package");
    }
    var command = List.of(installer.toString(), "--operator", prefix.toString());
    var jdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
    var result = Shell.run(platform.root(), jdk, command, PATIENCE_S);
    if (result.code() != 0 || !result.errors().isEmpty()) {
      throw new AssertionError(command + ": " + result.output() + result.errors());
    }
    installed = prefix.resolve("bin/latch");
    return installed;
  }

  private static Path newHome(Path scratch) {
    try {
      Files.createDirectories(scratch);
      return Files.createTempDirectory(scratch, "home");
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
