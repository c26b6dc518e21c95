package dev.latchkey.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The reports that Surefire and Failsafe write. */
final class Reports {

  /** Folders are six deep at most: deploy/local/launcher/target/surefire-reports/TEST-x.xml. */
  private static final int DEPTH = 6;

  private final Path root;

  Reports(Path root) {
    this.root = root;
  }

  /** How many tests did what. */
  record Sum(int passed, int failed, int skipped) {
    Sum plus(Sum other) {
      return new Sum(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    @Override
    public String toString() {
      return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
  }

  /** Forgets an earlier run. */
  void clear() throws IOException {
    for (var file : files()) {
      Files.delete(file);
    }
  }

  Sum sum() throws IOException {
    var sum = new Sum(0, 0, 0);
    for (var file : files()) {
      sum = sum.plus(read(file));
    }
    return sum;
  }

  private static Sum read(Path file) throws IOException {
    try {
      var suite =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement();
      int failed = number(suite, "failures") + number(suite, "errors");
      int skipped = number(suite, "skipped");
      return new Sum(number(suite, "tests") - failed - skipped, failed, skipped);
    } catch (ParserConfigurationException | SAXException e) {
      // Cut off in the middle: whatever it was, it did not pass.
      return new Sum(0, 1, 0);
    }
  }

  private static int number(Element suite, String attribute) {
    var text = suite.getAttribute(attribute);
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    try (var found =
        Files.find(root, DEPTH, (path, attributes) -> attributes.isRegularFile() && report(path))) {
      found.sorted().forEach(files::add);
    }
    return files;
  }

  private static boolean report(Path path) {
    var folder = path.getName(Math.max(0, path.getNameCount() - 2)).toString();
    var name = path.getFileName().toString();
    return (folder.equals("surefire-reports") || folder.equals("failsafe-reports"))
        && name.startsWith("TEST-")
        && name.endsWith(".xml");
  }
}
