package dev.latchkey.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every template keeps to, so that pages can be translated and the content policy be strict.
 */
class TemplatesTest {

  private static final Path FOLDER = Path.of("src/main/resources/templates");

  /** The one place where a form begins. */
  private static final Path FORM = Path.of("tags/form.html");

  private static final Pattern COMMENT = Pattern.compile("\\{!.*?!}", Pattern.DOTALL);
  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]+;");
  private static final Pattern WORD = Pattern.compile("\\p{L}+[^\\n]*");

  private static final Pattern READ_ATTRIBUTE =
      Pattern.compile(
          "\\s(?:aria-label|alt|title|placeholder|data-label|data-done|data-show|data-hide)=\"[^\"]*\\p{L}[^\"]*\"");

  private static final Pattern READ_PARAMETER =
      Pattern.compile("\\s(?:label|hint|words|title|error)=['\"][^'\"]*\\p{L}[^'\"]*['\"]");

  private static final Pattern INLINE =
      Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|javascript:|<script(?![^>]*\\ssrc=)");

  private static final Pattern FORM_BEGIN = Pattern.compile("<form[^>]*>");

  @ParameterizedTest
  @MethodSource("templates")
  void it_has_no_words_of_its_own(Path template) {
    var source = source(template);
    var words = TAG.matcher(expressionless(source)).replaceAll(" ");

    assertThat(found(WORD, ENTITY.matcher(words).replaceAll(" "))).isEmpty();
    assertThat(found(READ_ATTRIBUTE, expressionless(source))).isEmpty();
    assertThat(EXPRESSION.matcher(source).results().map(MatchResult::group))
        .noneMatch(expression -> READ_PARAMETER.matcher(expression).find());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void it_has_neither_style_nor_script_in_it(Path template) {
    assertThat(found(INLINE, source(template))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void its_forms_bring_their_token_along(Path template) {
    var forms = found(FORM_BEGIN, source(template));

    assertThat(forms).hasSize(template.equals(FORM) ? 1 : 0);
  }

  static Stream<Path> templates() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).map(FOLDER::relativize).sorted().toList().stream();
    }
  }

  private static String expressionless(String source) {
    return EXPRESSION.matcher(source).replaceAll("");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String source(Path template) {
    try {
      return COMMENT.matcher(Files.readString(FOLDER.resolve(template))).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
