package dev.latchkey.cli.credential;

import dev.latchkey.cli.platform.PlatformUrl;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The desktop's keyring (the freedesktop.org Secret Service: GNOME Keyring, KWallet, KeePassXC),
 * through {@code secret-tool}, which takes secrets on standard input and shows none among the
 * processes. macOS has a keychain of its own, which is not used yet: there it is the file.
 */
final class Keyring {

  /** Unlocking asks the person. */
  private static final long PATIENCE_S = 120;

  private final Path program;

  private Keyring(Path program) {
    this.program = program;
  }

  /** The one of this desktop; none where there is no session bus, no program, or it is refused. */
  static Optional<Keyring> of(Map<String, String> environment) {
    boolean refused = environment.getOrDefault("LATCHKEY_KEYRING", "").equals("off");
    boolean desktop = !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty();
    return refused || !desktop
        ? Optional.empty()
        : onPath(environment.getOrDefault("PATH", "")).map(Keyring::new);
  }

  private static Optional<Path> onPath(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve("secret-tool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** False when the keyring did not take it: locked, refused, not running. */
  boolean store(PlatformUrl platform, String secret) {
    var label = "Latchkey at " + platform;
    return run(secret, "store", "--label=" + label, "service", "latchkey", "url", "" + platform)
        .isPresent();
  }

  Optional<String> lookUp(PlatformUrl platform) {
    return run("", "lookup", "service", "latchkey", "url", "" + platform)
        .filter(secret -> !secret.isEmpty());
  }

  void clear(PlatformUrl platform) {
    var unused = run("", "clear", "service", "latchkey", "url", "" + platform);
  }

  private Optional<String> run(String input, String... words) {
    try {
      var command = new ArrayList<>(List.of(program.toString()));
      command.addAll(List.of(words));
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroy();
        return Optional.empty();
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
