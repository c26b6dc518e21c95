package dev.latchkey.web;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.kit.testkit.HouseRules;
import jakarta.ws.rs.core.Response;
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

  /**
   * JAX-RS makes them absolute with the request's Host: behind a gateway that is another origin.
   */
  @Test
  void pages_lead_on_by_relative_addresses() {
    var pages =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey.web");

    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("seeOther|temporaryRedirect|location|contentLocation"))
                .and(
                    target(
                        owner(assignableTo(Response.class))
                            .or(owner(assignableTo(Response.ResponseBuilder.class))))))
        .because("Pages.to sends the address as it is written")
        .check(pages);
  }

  private static boolean isThePlatforms(JavaClass type) {
    return type.getName().startsWith("dev.latchkey.")
        && !type.getPackageName().matches("dev\\.latchkey\\.web(\\..*)?");
  }
}
