package dev.latchkey.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What production gets has nothing that only pretends to send. */
class NoDoubleTest {

  @Test
  void the_stand_ins_for_providers_are_not_among_what_the_service_is_built_from() throws Exception {
    var pom = Files.readString(Path.of("pom.xml"));

    assertThat(pom).doesNotContain("local-infra", "local-launcher", "local-gateway");
    assertThat(ClassLoader.getSystemResource("dev/latchkey/local/infra/Infra.class")).isNull();
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.latchkey.local..")
        .because("a double that is there can be switched on")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.latchkey"));
  }

  @Test
  void no_class_of_the_service_says_that_it_sends_nothing() throws IOException {
    try (var files = Files.walk(Path.of("target/classes"))) {
      assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)))
          .noneMatch(name -> name.contains("sendsnothing") || name.contains("mock"));
    }
  }

  @Test
  void nothing_in_the_settings_mocks_a_provider() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
        .contains("quarkus.mailer.mock=false")
        .contains("latchkey.sms.twilio.url=${LATCHKEY_TWILIO_URL:}")
        .contains("latchkey.sms.second.url=${LATCHKEY_TWILIO_SECOND_URL:}");
  }
}
