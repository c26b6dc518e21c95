package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the programs of the platform up to date with their sources. */
public final class Build {

  private static final int FINGERPRINT_LETTERS = 12;

  private final House house;
  private final Progress progress;

  public Build(House house, Progress progress) {
    this.house = house;
    this.progress = progress;
  }

  /** The programs by name; builds those whose sources changed, and no others. */
  public Map<String, App> programs() throws IOException, InterruptedException {
    Files.createDirectories(house.run());
    var lock = house.run().resolve("build.lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      return held.isValid() ? fresh() : Map.of();
    }
  }

  private Map<String, App> fresh() throws IOException, InterruptedException {
    var modules = Modules.read(house.root());
    var apps = new LinkedHashMap<String, App>();
    var stale = new ArrayList<Product>();
    var unbuilt = new ArrayList<Product>();
    for (var product : Product.all()) {
      var sources = Sources.of(house.root(), modules.closure(product.module()));
      var app = app(product, sources.fingerprint());
      apps.put(product.name(), app);
      if (!Files.isDirectory(app.folder()) || !app.missing().isEmpty()) {
        stale.add(product);
        // A build that somebody else ran a moment ago is as good as one of ours.
        if (!sources.olderThan(house.root().resolve(product.target()))) {
          unbuilt.add(product);
        }
      }
    }
    if (!unbuilt.isEmpty()) {
      build(modules, unbuilt);
    }
    for (var product : stale) {
      var folder = app(product, apps).folder();
      var half = folder.resolveSibling(folder.getFileName() + ".half");
      App.copy(product, house.root(), half);
      rename(half, folder);
      forget(product, folder);
    }
    return apps;
  }

  /** The class path names the folder that the copy was made in. */
  private static void rename(Path half, Path folder) throws IOException {
    var list = half.resolve("class-path");
    if (Files.exists(list)) {
      Files.writeString(list, Files.readString(list).replace(half.toString(), folder.toString()));
    }
    Folders.delete(folder);
    Files.move(half, folder);
  }

  private void build(Modules modules, List<Product> unbuilt)
      throws IOException, InterruptedException {
    var paths =
        unbuilt.stream().map(product -> modules.named(product.module()).path().toString()).toList();
    progress.say("building " + String.join(", ", unbuilt.stream().map(Product::name).toList()));
    new Maven(house)
        .quietly(
            progress,
            "package",
            "-T2",
            "-pl",
            String.join(",", paths),
            "-am",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true");
  }

  private App app(Product product, String fingerprint) {
    var short12 = fingerprint.substring(0, FINGERPRINT_LETTERS);
    return new App(product.name(), house.app(product.name() + "-" + short12));
  }

  private static App app(Product product, Map<String, App> apps) {
    var app = apps.get(product.name());
    if (app == null) {
      throw new IllegalStateException("no program " + product.name());
    }
    return app;
  }

  /** Keeps the program before this one, which may be running, and drops older ones. */
  private void forget(Product product, Path current) throws IOException {
    var older = new ArrayList<Path>();
    try (var apps = Files.newDirectoryStream(house.run().resolve("apps"), product.name() + "-*")) {
      apps.forEach(older::add);
    }
    older.remove(current);
    older.sort(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed());
    for (var path : older.stream().skip(1).toList()) {
      Folders.delete(path);
    }
  }
}
