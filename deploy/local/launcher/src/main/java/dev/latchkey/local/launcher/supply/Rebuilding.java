package dev.latchkey.local.launcher.supply;

import dev.latchkey.local.launcher.build.Folders;
import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Builds what is shipped twice, in two places, and compares it byte by byte. */
public final class Rebuilding {

  /** Of different length: a path that gets into a jar must show. */
  private static final List<String> PLACES = List.of("one", "and/another");

  private final House house;
  private final Progress progress;

  public Rebuilding(House house, Progress progress) {
    this.house = house;
    this.progress = progress;
  }

  /** The differences, a line each; none when both are the same. Writes the checksums down. */
  public List<String> differences(List<String> more) throws IOException, InterruptedException {
    var built = new ArrayList<Artefacts>();
    for (var place : PLACES) {
      var tree = home().resolve(place);
      progress.say("building in " + tree);
      built.add(build(tree, more));
    }
    var first = built.getFirst();
    Files.writeString(home().resolve("SHA256SUMS"), first.list());
    progress.say(first.size() + " files, " + home().resolve("SHA256SUMS"));
    var lines = new ArrayList<String>();
    for (var file : first.differences(built.getLast())) {
      lines.add(file);
      lines.addAll(inside(file));
    }
    return lines;
  }

  private Path home() {
    return house.run().resolve("rebuild");
  }

  private List<String> inside(String file) throws IOException {
    var one = home().resolve(PLACES.getFirst()).resolve(file);
    var other = home().resolve(PLACES.getLast()).resolve(file);
    return file.endsWith(".jar") && Files.exists(one) && Files.exists(other)
        ? JarDifference.between(one, other).stream().map(line -> "  " + line).toList()
        : List.of();
  }

  private Artefacts build(Path tree, List<String> more) throws IOException, InterruptedException {
    Folders.delete(tree);
    copy(tree);
    var arguments =
        new ArrayList<>(
            List.of(
                "-q",
                "-B",
                "package",
                "-pl",
                String.join(",", Artefacts.modules()),
                "-am",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true"));
    arguments.addAll(more);
    if (new Maven(new House(tree)).openly(arguments) != 0) {
      throw new IOException("it does not build in " + tree);
    }
    return Artefacts.in(tree);
  }

  /** What git knows or would: the sources as they are now, and nothing that was built. */
  private void copy(Path tree) throws IOException, InterruptedException {
    var git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(house.root().toFile())
            .start();
    var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IOException("git does not list the sources");
    }
    for (var name : names.split("\0", -1)) {
      var file = house.root().resolve(name);
      if (!name.isEmpty() && Files.exists(file)) {
        var copy = tree.resolve(name);
        Files.createDirectories(copy.resolveSibling("").normalize());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
