package dev.latchkey.kit.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may know what. */
final class BoundaryRules {

  private static final List<String> SERVICES =
      List.of(
          "dev.latchkey.auth",
          "dev.latchkey.mfa",
          "dev.latchkey.token",
          "dev.latchkey.notification");

  /** Clients of the public API: no database, no reactive session, plain code that waits. */
  private static final Set<String> CLIENTS = Set.of("dev.latchkey.web", "dev.latchkey.cli");

  private static final String TRANSACTION =
      "io.quarkus.hibernate.reactive.panache.common.WithTransaction";

  private static final String DOOR = "jakarta.ws.rs.Path";

  private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";

  /** Methods of Mutiny by which several get one answer. */
  private static final Set<String> SHARING = Set.of("memoize", "broadcast", "cache", "replay");

  private static final Set<String> OPENERS =
      Set.of("io.vertx.ext.web.Router", "io.quarkus.vertx.http.runtime.filters.Filters");

  private BoundaryRules() {}

  static List<ArchRule> of(String rootPackage) {
    var others =
        SERVICES.stream()
            .filter(service -> !service.equals(rootPackage))
            .flatMap(service -> Stream.of(service, service + ".."))
            .toArray(String[]::new);
    var apart =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .as("no service knows another's classes")
            .because("services talk by events and internal HTTP: put the words into contracts");
    return CLIENTS.contains(rootPackage)
        ? List.of(apart)
        : Stream.concat(Stream.of(apart), aroundPanache().stream()).toList();
  }

  private static List<ArchRule> aroundPanache() {
    return List.of(
        noClasses()
            .should()
            .beAnnotatedWith("jakarta.transaction.Transactional")
            .as("no class is @Transactional")
            .because("it can't be mixed with @WithTransaction: put that on the doing's method"),
        noMethods()
            .should()
            .beAnnotatedWith("jakarta.transaction.Transactional")
            .as("no method is @Transactional")
            .because("it can't be mixed with @WithTransaction: use that"),
        methods()
            .that(are(annotatedWith(TRANSACTION)))
            .should()
            .beDeclaredInClassesThat()
            .areNotAnnotatedWith(DOOR)
            .as("no door opens a transaction")
            .because("rendering and remote calls would run inside: the doing owns it"),
        classes()
            .that(are(annotatedWith(DOOR)))
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith(describe("@Cancellable(false)", BoundaryRules::neverCancelled))
            .as("no caller cancels what a door has begun")
            .because(
                "a reactive session that is cancelled keeps its connection for ever (Quarkus"
                    + " 51576), and a doing would stop in the middle: @Cancellable(false)"),
        noClasses()
            .should()
            .callMethodWhere(describe("Mutiny shares one answer", BoundaryRules::shares))
            .as("no answer is shared among requests")
            .because(
                "whoever waits would go on in the context of the request that asked first, as its"
                    + " caller: no memoize, no broadcast; remember values, not a Uni"),
        noClasses()
            .that()
            .resideInAnyPackage(belowServices())
            .and()
            .haveSimpleNameNotEndingWith("Route")
            .should()
            .dependOnClassesThat(describe("open doors below JAX-RS", BoundaryRules::opens))
            .allowEmptyShould(true)
            .as("doors are resources, or routes that are called so")
            .because(
                "EndpointGuard does not see a route: it is for internal doors that every request"
                    + " waits for, and stands at ServiceGuard.BEHIND (ADR 30)"),
        noMethods()
            .should()
            .beAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
            .as("nothing runs on a virtual thread")
            .because("Panache needs its event loop (HR000069)"));
  }

  private static String[] belowServices() {
    return SERVICES.stream().map(service -> service + "..").toArray(String[]::new);
  }

  private static boolean opens(JavaClass type) {
    return OPENERS.contains(type.getName());
  }

  private static boolean shares(JavaMethodCall call) {
    return call.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny")
        && SHARING.contains(call.getName());
  }

  private static boolean neverCancelled(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName().equals(CANCELLABLE)
        && annotation.get("value").filter(Boolean.FALSE::equals).isPresent();
  }
}
