package dev.latchkey.e2e.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.platform.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The heroku CLI as npm has it: which packages exactly is in {@code src/test/npm}. */
public enum HerokuCli {
  /** 11.10.0, today's. */
  V11("heroku-11"),

  /** 7.45.0 with plugin-auth 7.43.0: the last that manages two-factor itself. */
  V7("heroku-7");

  private static final long PATIENCE_S = 900;
  private static final String NEEDED =
      "command -v npm && node -e 'process.exit(+(process.versions.node.split(`.`)[0] < 20))'";
  private static final String LOCK = "package-lock.json";

  private final String folder;

  HerokuCli(String folder) {
    this.folder = folder;
  }

  /**
   * The program. The first time it is installed into {@code .run}, where it stays; without npm the
   * test is skipped.
   */
  synchronized Path installed(Path root) {
    assumeTrue(runs(NEEDED), "the heroku CLI needs Node 20 and npm: not installed");
    var pinned = root.resolve("e2e/src/test/npm").resolve(folder);
    var home = root.resolve(".run/cli").resolve(folder);
    var mark = home.resolve("installed");
    try {
      if (!Files.exists(mark) || Files.mismatch(pinned.resolve(LOCK), mark) != -1) {
        install(pinned, home);
        Files.copy(pinned.resolve(LOCK), mark, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return home.resolve("node_modules/.bin/heroku");
  }

  private static boolean runs(String command) {
    return Shell.run(Path.of("."), Map.of(), List.of("sh", "-c", command), PATIENCE_S).code() == 0;
  }

  private static void install(Path pinned, Path home) throws IOException {
    Files.createDirectories(home);
    for (var name : List.of("package.json", LOCK)) {
      Files.copy(pinned.resolve(name), home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    // The lock file has no addresses: npm takes the registry that this machine is set up for.
    var command = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    var result = Shell.run(home, Map.of(), command, PATIENCE_S);
    if (result.code() != 0) {
      throw new AssertionError(command + ": " + result.output() + result.errors());
    }
  }
}
