package dev.latchkey.local.launcher.attack;

import com.sun.source.util.JavacTask;
import dev.latchkey.local.launcher.build.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * The tests of all modules that are tagged with an attack. They are read from their sources, which
 * are there before anything is built, by the compiler's own parser.
 */
final class TaggedTests {

  private static final Path TESTS = Path.of("src/test/java");

  private static final Comparator<TaggedTest> ORDER =
      Comparator.comparing(TaggedTest::module)
          .thenComparing(TaggedTest::className)
          .thenComparing(TaggedTest::method);

  private TaggedTests() {}

  static List<TaggedTest> below(Path root) throws IOException {
    var found = new ArrayList<TaggedTest>();
    for (var module : Modules.folders(root)) {
      var folder = root.resolve(module).resolve(TESTS);
      if (Files.isDirectory(folder)) {
        found.addAll(read(module, folder));
      }
    }
    return found.stream().sorted(ORDER).toList();
  }

  private static List<TaggedTest> read(Path module, Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains(Attacks.TAG)) {
          files.add(file);
        }
      }
    }
    return files.isEmpty() ? List.of() : parse(module, files);
  }

  private static List<TaggedTest> parse(Path module, List<Path> files) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler: a JDK is needed");
    }
    var found = new ArrayList<TaggedTest>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var task = compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
      for (var file : ((JavacTask) task).parse()) {
        found.addAll(TagReader.read(module, file));
      }
    }
    return found;
  }
}
