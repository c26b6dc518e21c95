package dev.latchkey.local.launcher.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A program ready to run, in a folder of its own that no later build touches.
 *
 * @param name of the program
 * @param folder with everything of ours that it needs
 */
public record App(String name, Path folder) {

  private static final String CLASS_PATH = "class-path";
  private static final String RUNNER = "quarkus-run.jar";

  /** Copies a program that Maven has built. */
  static void copy(Product product, Path root, Path folder) throws IOException {
    var target = root.resolve(product.target());
    Folders.delete(folder);
    if (product.quarkus()) {
      Folders.copy(target.resolveSibling(""), folder);
    } else {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(CLASS_PATH), copyParts(target, root, folder));
    }
  }

  /**
   * What is built here is copied; packages from the local repository never change. Folders become
   * jars: the JVM's AOT cache knows no others.
   */
  private static String copyParts(Path target, Path root, Path folder) throws IOException {
    var parts = new ArrayList<String>();
    var own = target.resolveSibling("classes");
    var listed = Files.readString(target).strip();
    var all = listed.contains(own.toString()) ? listed : own + File.pathSeparator + listed;
    for (var part : all.split(File.pathSeparator, -1)) {
      var path = Path.of(part);
      if (path.startsWith(root)) {
        var copy = folder.resolve("part" + parts.size() + ".jar");
        if (Files.isDirectory(path)) {
          Folders.pack(path, copy);
        } else {
          Folders.copy(path, copy);
        }
        parts.add(copy.toString());
      } else {
        parts.add(part);
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  /** The class path to run it with. */
  public String classPath() throws IOException {
    var list = folder.resolve(CLASS_PATH);
    return Files.exists(list) ? Files.readString(list) : folder.resolve(RUNNER).toString();
  }

  /** True when it is an executable, and no JVM runs it. */
  public boolean isNative() {
    return Files.isExecutable(executable());
  }

  /** The program itself, where it is one. */
  public Path executable() {
    return folder.resolve(name);
  }

  /** The jar that Quarkus made to run a service. */
  public Path runner() {
    return folder.resolve(RUNNER);
  }

  /** What its manifest says. */
  public Attributes manifest() throws IOException {
    try (var jar = new JarFile(runner().toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }

  /** The main class in it. */
  public String mainClass() throws IOException {
    return manifest().getValue(Attributes.Name.MAIN_CLASS);
  }

  /** The parts of a class path that are there no more; a program with one has to be built anew. */
  List<String> missing() throws IOException {
    return List.of(classPath().split(File.pathSeparator, -1)).stream()
        .filter(part -> !Files.exists(Path.of(part)))
        .toList();
  }
}
