package dev.latchkey.local.launcher.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What became of tests, as the reports of Surefire and Failsafe say. */
final class Fates {

  private final Path root;

  Fates(Path root) {
    this.root = root;
  }

  Fate of(TaggedTest test) throws IOException {
    var plugin = test.className().endsWith("IT") ? "failsafe-reports" : "surefire-reports";
    var reports = root.resolve(test.module()).resolve("target").resolve(plugin);
    var report = reports.resolve("TEST-" + test.className() + ".xml");
    if (Files.exists(report)) {
      return read(report, test);
    }
    return anyReport(reports) ? Fate.NOT_RUN : Fate.MODULE_NOT_TESTED;
  }

  private static boolean anyReport(Path reports) throws IOException {
    if (!Files.isDirectory(reports)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      return files.iterator().hasNext();
    }
  }

  private static Fate read(Path report, TaggedTest test) throws IOException {
    var fates = cases(report).stream().filter(one -> isOf(one, test)).map(Fates::fate).toList();
    return fates.stream().reduce(Fates::worst).orElse(Fate.NOT_RUN);
  }

  private static Fate worst(Fate one, Fate other) {
    return Fate.worse(one, other);
  }

  /** A method with parameters is there once for each time, with something behind its name. */
  private static boolean isOf(Element testCase, TaggedTest test) {
    var name = testCase.getAttribute("name");
    var method = test.method();
    return method.isEmpty()
        || name.equals(method)
        || (name.startsWith(method)
            && !Character.isJavaIdentifierPart(name.charAt(method.length())));
  }

  private static Fate fate(Element testCase) {
    if (has(testCase, "failure") || has(testCase, "error")) {
      return Fate.FAILED;
    }
    return has(testCase, "skipped") ? Fate.NOT_RUN : Fate.PASSED;
  }

  private static boolean has(Element testCase, String child) {
    return testCase.getElementsByTagName(child).getLength() > 0;
  }

  private static List<Element> cases(Path report) throws IOException {
    try {
      var suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      var nodes = suite.getElementsByTagName("testcase");
      var cases = new ArrayList<Element>();
      for (int i = 0; i < nodes.getLength(); i++) {
        cases.add((Element) nodes.item(i));
      }
      return cases;
    } catch (ParserConfigurationException | SAXException e) {
      // Cut off in the middle: nothing in it counts, and so the test was not run.
      return List.of();
    }
  }
}
