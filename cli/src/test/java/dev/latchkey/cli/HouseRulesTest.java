package dev.latchkey.cli;

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
    return HouseRules.of("dev.latchkey.cli");
  }

  /** What latch can do anybody can: it has the public API and nothing of the platform's inside. */
  @Test
  void latch_shares_no_code_with_the_platform() {
    var latch =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey.cli");

    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("are the platform's", HouseRulesTest::isThePlatforms))
        .check(latch);
  }

  /** Who takes latch gets nothing that is the operators'. */
  @Test
  void latch_knows_nothing_of_the_operators_command() {
    var all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey.cli");

    noClasses()
        .that()
        .resideOutsideOfPackage("dev.latchkey.cli.operator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.latchkey.cli.operator..")
        .check(all);
  }

  private static boolean isThePlatforms(JavaClass type) {
    return type.getName().startsWith("dev.latchkey.")
        && !type.getPackageName().matches("dev\\.latchkey\\.cli(\\..*)?");
  }
}
