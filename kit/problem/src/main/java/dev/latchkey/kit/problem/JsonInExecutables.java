package dev.latchkey.kit.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Lets Jackson look into our records and enums in a native executable, at its build. Quarkus finds
 * by itself what a method of a resource takes or gives by its type; not what goes into a {@code
 * Response}, into Redis or under a seal. One that is missed is written as an empty object, and
 * nothing fails: so all are let in, and none is on a list that somebody must keep.
 */
public final class JsonInExecutables implements Feature {

  private static final String OURS = "dev/latchkey";
  private static final String CLASS = ".class";

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    for (var place : access.getApplicationClassPath()) {
      for (var name : names(place)) {
        var type = access.findClassByName(name);
        if (type != null && (type.isRecord() || type.isEnum())) {
          letIn(type);
        }
      }
    }
  }

  private static void letIn(Class<?> type) {
    RuntimeReflection.register(type);
    // One by one: registerAll... lets nobody call them.
    RuntimeReflection.register(type.getDeclaredConstructors());
    RuntimeReflection.register(type.getDeclaredMethods());
    RuntimeReflection.register(type.getDeclaredFields());
    if (type.isRecord()) {
      RuntimeReflection.registerAllRecordComponents(type);
    }
  }

  /** The names of our classes in a folder or a jar. */
  private static List<String> names(Path place) {
    try {
      if (Files.isDirectory(place)) {
        return below(place.resolve(OURS), place);
      }
      try (var jar = FileSystems.newFileSystem(place)) {
        var root = jar.getPath("/");
        return below(root.resolve(OURS), root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> below(Path folder, Path root) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(CLASS))
          .map(file -> file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
          .toList();
    }
  }
}
