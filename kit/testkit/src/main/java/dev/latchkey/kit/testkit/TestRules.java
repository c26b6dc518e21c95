package dev.latchkey.kit.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Tests are named as behaviours and use the real stores. */
final class TestRules {

  static final List<ArchRule> RULES =
      List.of(
          methods()
              .that()
              .areAnnotatedWith("org.junit.jupiter.api.Test")
              .or()
              .areAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")
              .should()
              .haveNameMatching("(?!test_|should_)[a-z0-9]+(_[A-Za-z0-9]+)+")
              .as("tests are sentences")
              .because("a_code_works_only_once tells what broke; no should, no test"),
          noClasses()
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("org.mockito..")
              .as("nothing is mocked")
              .because("a mock of our own type proves nothing: use RealStores"));

  private TestRules() {}
}
