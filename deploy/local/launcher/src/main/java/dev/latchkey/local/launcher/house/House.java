package dev.latchkey.local.launcher.house;

import java.nio.file.Path;

/**
 * The repository on this machine. All that the launcher makes is below {@code .run}.
 *
 * @param root where {@code dev} and {@code mvnw} are
 */
public record House(Path root) {

  /** The one whose {@code ./dev} was called. */
  public static House here() {
    return new House(
        Path.of(System.getProperty("latchkey.root", ".")).toAbsolutePath().normalize());
  }

  /** Everything that is made here and that {@code git} does not see. */
  public Path run() {
    return root.resolve(".run");
  }

  /** Programs ready to run: copies, so that a build does not pull a running one apart. */
  public Path app(String name) {
    return run().resolve("apps").resolve(name);
  }

  /** PostgreSQL's and Redis' programs, unpacked. */
  public Path programs() {
    return run().resolve("programs");
  }

  /** The JDK that runs this program runs everything. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
