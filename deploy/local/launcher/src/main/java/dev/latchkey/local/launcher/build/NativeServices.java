package dev.latchkey.local.launcher.build;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The services as native executables, in {@code .run/native}: built when somebody asks for it. */
public final class NativeServices {

  private static final String RUNNER = "-runner";

  private final House house;

  public NativeServices(House house) {
    this.house = house;
  }

  /** The names of those that can be built. */
  public static List<String> names() {
    return Stream.of(Owner.values()).map(Owner::service).toList();
  }

  /** Builds one, which takes minutes, and keeps it until it is built anew. */
  public Path build(String service, Progress progress) throws IOException, InterruptedException {
    var toolchain = NativeToolchain.here().orElseThrow(() -> new IOException(NativeToolchain.NONE));
    progress.say("building %s with %s; this takes minutes".formatted(service, toolchain.program()));
    new Maven(house)
        .quietly(
            progress,
            "package",
            "-pl",
            service,
            "-am",
            "-Dnative",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true");
    var app = app(service);
    Files.createDirectories(app.folder());
    // Renamed, because the one before it may be running.
    var half = app.folder().resolve("half");
    Files.copy(
        runner(service),
        half,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    return Files.move(half, app.executable(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The programs with the executables in the places of those that need a JVM. */
  public Map<String, App> among(Map<String, App> programs) throws IOException {
    var all = new LinkedHashMap<>(programs);
    for (var service : names()) {
      if (!app(service).isNative()) {
        throw new IOException(
            "%s is not built as an executable: ./dev native services".formatted(service));
      }
      all.put(service, app(service));
    }
    return all;
  }

  private App app(String service) {
    return new App(service, house.run().resolve("native").resolve(service));
  }

  private Path runner(String service) throws IOException {
    try (var built =
        Files.newDirectoryStream(house.root().resolve(service).resolve("target"), "*" + RUNNER)) {
      for (var one : built) {
        return one;
      }
    }
    throw new IOException("Maven has built no executable of " + service);
  }
}
