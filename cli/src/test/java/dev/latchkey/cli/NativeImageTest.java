package dev.latchkey.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.cli.platform.Json;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A native image has what it was told of, and nothing else that is looked up by name: what is left
 * out is missing in the executable only, which CI does not build.
 */
class NativeImageTest {

  /** Written at each build by picocli's annotation processor (pom.xml). */
  private static final String TOLD =
      "/META-INF/native-image/picocli-generated/dev.latchkey/cli/reflect-config.json";

  private static final JavaClasses LATCH =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.latchkey.cli");

  @Test
  void what_picocli_looks_up_is_told() throws IOException {
    var needed = specs().flatMap(NativeImageTest::needed).collect(Collectors.toSet());

    assertThat(needed)
        .contains(
            "dev.latchkey.cli.Root.spec",
            "dev.latchkey.cli.Root$Versions",
            "dev.latchkey.cli.invocation.Common.json(boolean)",
            "dev.latchkey.cli.completion.Shell");
    assertThat(told()).containsAll(needed);
  }

  @Test
  void nothing_else_is_looked_up() {
    var byName =
        resideInAnyPackage("java.lang.reflect..", "java.lang.foreign..")
            .or(assignableTo(ServiceLoader.class))
            .or(assignableTo(ResourceBundle.class))
            .or(assignableTo(ObjectInputStream.class))
            .or(assignableTo(ObjectMapper.class))
            .as("look up by name, which a native image must be told of");

    noClasses().should().dependOnClassesThat(byName).check(LATCH);
  }

  @Test
  void no_class_or_resource_is_looked_up_either() {
    noClasses()
        .should()
        .callMethodWhere(describe("it looks something up", NativeImageTest::looksUp))
        .check(LATCH);
  }

  private static boolean looksUp(JavaMethodCall call) {
    var target = call.getTarget();
    return (target.getOwner().isAssignableTo(Class.class)
            || target.getOwner().isAssignableTo(ClassLoader.class))
        && target
            .getName()
            .matches("forName|loadClass|getResource.*|get(Declared)?(Field|Method|Constr).*");
  }

  /** Every command with all that is mixed into it. */
  private static Stream<CommandSpec> specs() {
    var root = CommandsTest.all();
    return Stream.concat(Stream.of(root), root.getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec)
        .flatMap(spec -> Stream.concat(Stream.of(spec), spec.mixins().values().stream()));
  }

  private static Stream<String> needed(CommandSpec spec) {
    return Stream.of(
            members(spec.userObject().getClass()),
            spec.args().stream().map(ArgSpec::type).filter(Class::isEnum).map(Class::getName),
            Stream.ofNullable(spec.versionProvider()).map(each -> each.getClass().getName()))
        .flatMap(names -> names);
  }

  private static Stream<String> members(Class<?> type) {
    if (type == Object.class) {
      return Stream.empty();
    }
    var all =
        Stream.concat(
            Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()));
    var marked =
        all.filter(NativeImageTest::picoclis)
            .map(each -> type.getName() + "." + each.getName() + parameters(each));
    return Stream.of(Stream.of(type.getName()), marked, members(type.getSuperclass()))
        .flatMap(names -> names);
  }

  private static boolean picoclis(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().startsWith("picocli."));
  }

  private static String parameters(Member member) {
    return member instanceof Executable method
        ? parameters(Arrays.stream(method.getParameterTypes()).map(Class::getName))
        : "";
  }

  private static String parameters(Stream<String> types) {
    return types.collect(Collectors.joining(",", "(", ")"));
  }

  private static Set<String> told() throws IOException {
    try (var file = NativeImageTest.class.getResourceAsStream(TOLD)) {
      assertThat(file).as(TOLD).isNotNull();
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Json.parse(text)
          .orElseThrow()
          .valueStream()
          .flatMap(NativeImageTest::told)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> told(JsonNode type) {
    var name = type.path("name").asText();
    return Stream.of(
            Stream.of(name),
            type.path("fields")
                .valueStream()
                .map(field -> name + "." + field.path("name").asText()),
            type.path("methods")
                .valueStream()
                .map(method ->
                    name
                        + "."
                        + method.path("name").asText()
                        + parameters(
                            method.path("parameterTypes").valueStream().map(JsonNode::asText))))
        .flatMap(names -> names);
  }
}
