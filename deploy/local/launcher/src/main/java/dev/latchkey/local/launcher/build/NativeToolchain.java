package dev.latchkey.local.launcher.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What builds native executables: GraalVM's or Mandrel's compiler.
 *
 * @param program {@code native-image}
 */
public record NativeToolchain(Path program) {

  public static final String NONE =
      "no native-image here: install GraalVM or Mandrel 25, and set GRAALVM_HOME to it or put its"
          + " bin on the path";

  private static final String PROGRAM = "native-image";

  /** The one that Maven will find, in the places and in the order in which its plugin looks. */
  public static Optional<NativeToolchain> here() {
    return in(System.getenv(), Path.of(System.getProperty("java.home")));
  }

  static Optional<NativeToolchain> in(Map<String, String> environment, Path jdk) {
    var told = Stream.ofNullable(environment.get("GRAALVM_HOME")).map(Path::of);
    var path = Stream.of(environment.getOrDefault("PATH", "").split(":", -1)).map(Path::of);
    return Stream.concat(Stream.concat(told, Stream.of(jdk)).map(home -> home.resolve("bin")), path)
        .map(folder -> folder.resolve(PROGRAM))
        .filter(Files::isExecutable)
        .findFirst()
        .map(NativeToolchain::new);
  }
}
