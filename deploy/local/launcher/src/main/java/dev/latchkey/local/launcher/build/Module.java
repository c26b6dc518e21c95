package dev.latchkey.local.launcher.build;

import java.nio.file.Path;
import java.util.Set;

/**
 * A Maven module of this project.
 *
 * @param name artifact id
 * @param path from the root
 * @param dependencies names of the modules it is built from, tests left out
 */
record Module(String name, Path path, Set<String> dependencies) {
  Module {
    dependencies = Set.copyOf(dependencies);
  }
}
