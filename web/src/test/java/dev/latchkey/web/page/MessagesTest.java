package dev.latchkey.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No sentence is kept that nobody reads any more. */
class MessagesTest {

  private static final Path CLASSES = Path.of("src/main/java");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  @ParameterizedTest
  @MethodSource("bundles")
  void each_is_on_some_page(Class<?> bundle) {
    var name = bundle.getAnnotation(MessageBundle.class).value();
    var pages = sources(TEMPLATES);
    var users =
        sources(CLASSES).stream()
            .filter(source -> source.contains(bundle.getSimpleName()))
            .filter(source -> !source.contains("interface " + bundle.getSimpleName()))
            .toList();

    var unread =
        Arrays.stream(bundle.getDeclaredMethods())
            .map(Method::getName)
            .filter(key -> !anyHas(pages, "\\b" + name + ":" + key + "\\b"))
            .filter(key -> !anyHas(users, "(\\.|::)" + key + "\\b"))
            .toList();

    assertThat(unread).isEmpty();
  }

  static Stream<Class<?>> bundles() throws IOException {
    try (var files = Files.walk(CLASSES)) {
      return files
          .map(CLASSES::relativize)
          .map(Path::toString)
          .filter(file -> file.endsWith("Messages.java"))
          .sorted()
          .<Class<?>>map(file -> named(file.replace(".java", "").replace('/', '.')))
          .toList()
          .stream();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean anyHas(List<String> sources, String pattern) {
    return sources.stream().anyMatch(Pattern.compile(pattern).asPredicate());
  }

  private static List<String> sources(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(MessagesTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
