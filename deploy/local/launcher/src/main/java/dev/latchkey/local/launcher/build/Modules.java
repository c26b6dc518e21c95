package dev.latchkey.local.launcher.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The project's modules and how they hang together, as the poms say. */
public final class Modules {

  private static final String OURS = "dev.latchkey";

  private final Map<String, Module> byName = new LinkedHashMap<>();

  private Modules() {}

  static Modules read(Path root) throws IOException {
    var modules = new Modules();
    for (var path : children(child(pom(root.resolve("pom.xml")), "modules"), "module")) {
      var folder = Path.of(path.getTextContent().strip());
      var pom = pom(root.resolve(folder).resolve("pom.xml"));
      var module = new Module(text(pom, "artifactId"), folder, dependencies(pom));
      modules.byName.put(module.name(), module);
    }
    return modules;
  }

  /** Where each module is, from the root. */
  public static List<Path> folders(Path root) throws IOException {
    return read(root).all().stream().map(Module::path).toList();
  }

  Module named(String name) {
    var module = byName.get(name);
    if (module == null) {
      throw new IllegalArgumentException("no module " + name);
    }
    return module;
  }

  /** The module and all that it is built from, in a fixed order. */
  List<Module> closure(String name) {
    var found = new TreeMap<String, Module>();
    var open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      var module = named(open.remove());
      if (found.put(module.name(), module) == null) {
        open.addAll(module.dependencies());
      }
    }
    return List.copyOf(found.values());
  }

  List<Module> all() {
    return List.copyOf(byName.values());
  }

  private static Set<String> dependencies(Element pom) {
    var names = new HashSet<String>();
    for (var dependency : children(child(pom, "dependencies"), "dependency")) {
      if (text(dependency, "groupId").equals(OURS) && !text(dependency, "scope").equals("test")) {
        names.add(text(dependency, "artifactId"));
      }
    }
    return names;
  }

  private static Element pom(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no pom", e);
    }
  }

  private static Element child(Element parent, String name) {
    var all = children(parent, name);
    return all.isEmpty() ? parent.getOwnerDocument().createElement(name) : all.getFirst();
  }

  private static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }
}
