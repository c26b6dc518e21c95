package dev.latchkey.kit.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that hold in every module, as one test each. A module has one test class for them:
 *
 * <pre>{@code
 * class HouseRulesTest {
 *   @TestFactory
 *   Stream<DynamicTest> the_house_rules_hold() {
 *     return HouseRules.of("dev.latchkey.mfa");
 *   }
 * }
 * }</pre>
 */
public final class HouseRules {

  private HouseRules() {}

  /** The rules for a module's classes, its tests and its files. */
  public static Stream<DynamicTest> of(String rootPackage) {
    var production =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(rootPackage);
    var tests =
        new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(rootPackage);
    return Stream.of(
            on(production, ForbiddenCalls.RULES),
            on(production, NamingRules.RULES),
            on(production, BoundaryRules.of(rootPackage)),
            on(tests, TestRules.RULES),
            FileRules.of(Path.of("src")))
        .flatMap(rules -> rules);
  }

  private static Stream<DynamicTest> on(JavaClasses classes, List<ArchRule> rules) {
    return rules.stream()
        .map(rule -> rule.allowEmptyShould(true))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
