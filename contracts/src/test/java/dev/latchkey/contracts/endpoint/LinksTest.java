package dev.latchkey.contracts.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that names another page must not send its reader nowhere. */
class LinksTest {

  private static final Path ROOT =
      Path.of(System.getProperty("latchkey.root", "..")).toAbsolutePath().normalize();

  /** {@code [text](target)}, {@code [text](target#anchor)}; the code between backticks is none. */
  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s#]*)(#[^)\\s]*)?\\)");

  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @ParameterizedTest
  @MethodSource("pages")
  void every_relative_link_leads_to_a_file_that_is_there(Path page) throws IOException {
    var text = CODE.matcher(Files.readString(ROOT.resolve(page))).replaceAll("");

    var broken =
        LINK.matcher(text)
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.isEmpty() && !ELSEWHERE.matcher(target).matches())
            .filter(target -> !Files.exists(ROOT.resolve(page).resolveSibling(target)))
            .toList();

    assertThat(broken).as("links of %s that lead nowhere", page).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    try (var top = Files.list(ROOT);
        var services = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"))) {
      top.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
      services.map(folder -> folder.resolve("README.md")).filter(Files::exists).forEach(pages::add);
      docs.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages.stream().map(ROOT::relativize).sorted().toList();
  }
}
