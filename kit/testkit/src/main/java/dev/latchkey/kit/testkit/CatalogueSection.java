package dev.latchkey.kit.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of {@code docs/errors.md} that one module's catalogue makes, between {@code <!-- name
 * -->} and {@code <!-- /name -->}. So no module has to see another's catalogue. Compared, or
 * rewritten, as any {@link Golden}.
 */
public final class CatalogueSection {

  private static final String PAGE = "docs/errors.md";

  private final String name;
  private final Golden page;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String id, int status, String message, String advice) {}

  private CatalogueSection(String name, Golden page) {
    this.name = name;
    this.page = page;
  }

  /** The section with that name, without entries so far. */
  public static CatalogueSection of(String name) {
    return new CatalogueSection(name, Golden.document(PAGE));
  }

  static CatalogueSection of(String name, Golden page) {
    return new CatalogueSection(name, page);
  }

  /** One more entry of the catalogue; an id may come again, with other words. */
  public CatalogueSection entry(String id, int status, String message, String advice) {
    entries.add(new Entry(id, status, message, advice));
    return this;
  }

  /** Fails when the page says something else, unless the page is to be rewritten. */
  public void mustBeOnThePage() {
    var text = page.text();
    var begin = "<!-- " + name + " -->\n";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- /" + name + " -->");
    if (from < begin.length() || to < from) {
      throw new AssertionError(PAGE + " has no section " + name);
    }
    var before = text.substring(0, from);
    page.mustSay(before + table(anchored(before)) + text.substring(to));
  }

  private String table(Set<String> anchored) {
    var table = new StringBuilder("| id | status | message | what to do |\n|---|---|---|---|\n");
    for (var entry : entries) {
      table.append(
          "| %s | %d | %s | %s |\n"
              .formatted(
                  anchored.add(entry.id())
                      ? "<a id=\"%1$s\"></a>`%1$s`".formatted(entry.id())
                      : "[`%1$s`](#%1$s)".formatted(entry.id()),
                  entry.status(),
                  entry.message(),
                  entry.advice()));
    }
    return table.toString();
  }

  /** An id has one anchor, where it is on the page first: an error's {@code url} leads there. */
  private Set<String> anchored(String before) {
    var anchored = new HashSet<String>();
    for (var entry : entries) {
      if (before.contains("<a id=\"" + entry.id() + "\">")) {
        anchored.add(entry.id());
      }
    }
    return anchored;
  }
}
