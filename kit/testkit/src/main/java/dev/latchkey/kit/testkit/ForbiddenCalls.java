package dev.latchkey.kit.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/** Calls that nobody makes here, each with its reason and its cure. */
final class ForbiddenCalls {

  private static final String UNI = "io.smallrye.mutiny.Uni";

  /** Where time and chance come from: one place in a service, and one in latch. */
  private static final String PRODUCERS =
      "dev\\.latchkey\\.(kit\\.identity\\.TimeAndChance|cli\\.invocation\\.Surroundings|web\\.visit\\.TimeAndChance)";

  static final List<ArchRule> RULES =
      List.of(
          elsewhere()
              .should()
              .callMethodWhere(
                  target(nameMatching("now"))
                      .and(target(owner(assignableTo("java.time.temporal.Temporal"))))
                      .and(target(rawParameterTypes(new String[0]))))
              .orShould()
              .callMethodWhere(
                  target(nameMatching("system.*"))
                      .and(target(owner(assignableTo("java.time.Clock")))))
              .orShould()
              .callMethod(System.class, "currentTimeMillis")
              .as("nobody looks at the machine's clock")
              .because("tests move the clock: inject java.time.Clock and ask it"),
          elsewhere()
              .should()
              .callMethod("java.util.UUID", "randomUUID")
              .orShould()
              .callConstructor("java.security.SecureRandom")
              .orShould()
              .callConstructor("java.util.Random")
              .orShould()
              .callMethod("java.lang.Math", "random")
              .orShould()
              .callMethod("java.util.concurrent.ThreadLocalRandom", "current")
              .as("nobody makes chance of his own")
              .because("chance is injected: take RandomIds or SecureRandom (kit/identity)"),
          noClasses()
              .should()
              .callMethod("java.lang.Thread", "sleep", "long")
              .orShould()
              .callMethod("java.lang.Thread", "sleep", "java.time.Duration")
              .as("nobody sleeps")
              .because("a sleeping event loop serves nobody: delay a Uni instead"),
          noClasses()
              .should()
              .callMethod(UNI, "await")
              .orShould()
              .callMethod(UNI, "subscribeAsCompletionStage")
              .as("nobody blocks on a Uni")
              .because("it stops the event loop: chain the next step"),
          noClasses()
              .should()
              .callMethod(UNI, "combine")
              .orShould()
              .callMethod(UNI, "join")
              .as("nobody runs two Unis side by side")
              .because("a reactive session takes one query at a time: chain them"),
          noClasses()
              .should()
              .callMethod(UNI, "replaceWith", UNI)
              .as("nobody replaces a Uni's item with a Uni")
              .because("the next step would be built before the first runs: chain(() -> ...)"),
          noClasses()
              .should()
              .accessField("java.lang.System", "out")
              .orShould()
              .accessField("java.lang.System", "err")
              .as("nobody prints")
              .because("logs are key-values for machines: io.quarkus.logging.Log"),
          noClasses()
              .should()
              .callMethod("java.lang.Throwable", "printStackTrace")
              .as("nobody prints stack traces")
              .because("log the outcome, or let the failure travel"));

  private ForbiddenCalls() {}

  private static GivenClassesConjunction elsewhere() {
    return noClasses().that().haveNameNotMatching(PRODUCERS);
  }
}
