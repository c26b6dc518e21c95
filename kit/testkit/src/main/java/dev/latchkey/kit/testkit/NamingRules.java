package dev.latchkey.kit.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Names say the trade, not the pattern. */
final class NamingRules {

  private static final String EMPTY_WORDS =
      ".*(Util|Utils|Helper|Manager|Impl|Processor|Data|Info|Dto|DTO|Mapper|Handler)";

  private static final String[] LAYERS = {
    "..api..", "..application..", "..common..", "..commons..", "..controller..", "..dao..",
    "..domain..", "..dto..", "..helper..", "..impl..", "..infrastructure..", "..mapper..",
    "..model..", "..repository..", "..resource..", "..service..", "..util..", "..utils.."
  };

  static final List<ArchRule> RULES =
      List.of(
          noClasses()
              .that()
              .areTopLevelClasses()
              .should()
              .haveNameMatching(EMPTY_WORDS)
              .orShould()
              .haveNameMatching(".*\\.(Base|Abstract)[A-Z][^.]*")
              .as("class names say what a thing is")
              .because("Util, Manager, Impl, Base say nothing: name it by the trade"),
          noClasses()
              .should()
              .resideInAnyPackage(LAYERS)
              .as("packages are features")
              .because("one change should touch one folder: dev.latchkey.<service>.<feature>"),
          classes()
              .that()
              .areAnnotatedWith("jakarta.ws.rs.Path")
              .and()
              .areNotInterfaces()
              .should()
              .haveSimpleNameEndingWith("Resource")
              .as("doors are named <Noun>Resource")
              .because("the file name tells the room"),
          classes()
              .that()
              .areAnnotatedWith("io.smallrye.config.ConfigMapping")
              .should()
              .haveSimpleNameEndingWith("Config")
              .as("dials are named <Feature>Config")
              .because("the file name tells the room"));

  private NamingRules() {}
}
