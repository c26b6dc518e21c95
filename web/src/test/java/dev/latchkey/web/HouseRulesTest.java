package dev.latchkey.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.kit.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return HouseRules.of("dev.latchkey.web");
  }

  /** What a page can do anybody can: it has the public API and nothing of the platform's inside. */
  @Test
  void the_pages_share_no_code_with_the_platform() {
    var pages =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey.web");

    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("are the platform's", HouseRulesTest::isThePlatforms))
        .check(pages);
  }

  private static boolean isThePlatforms(JavaClass type) {
    return type.getName().startsWith("dev.latchkey.")
        && !type.getPackageName().matches("dev\\.latchkey\\.web(\\..*)?");
  }
}
