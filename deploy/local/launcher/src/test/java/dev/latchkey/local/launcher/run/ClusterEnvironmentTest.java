package dev.latchkey.local.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.cluster.Environment;
import dev.latchkey.local.launcher.cluster.Overlay;
import dev.latchkey.local.launcher.cluster.Settings;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs are told in a cluster: all that they are told on a laptop, and nothing unread. */
class ClusterEnvironmentTest {

  /** Told by the launcher because everybody of a laptop is one person at one address. */
  private static final Set<String> LAPTOP =
      Set.of(
          "LATCHKEY_REGISTRATION_PER_ADDRESS_AND_HOUR",
          "LATCHKEY_PASSWORD_RESET_PER_CLIENT_AND_HOUR",
          "LATCHKEY_BROWSER_LOGIN_PER_CLIENT_AND_HOUR",
          "LATCHKEY_SMS_PER_NETWORK_AND_DAY",
          "LATCHKEY_PHONE_DELAY",
          "LATCHKEY_TWILIO_URL",
          "LATCHKEY_WEB_PLAIN_HTTP");

  /** In a cluster a messaging service chooses the number. */
  private static final Set<String> OTHERWISE = Set.of("LATCHKEY_TWILIO_FROM");

  /** By default web asks the public address. */
  private static final Set<String> BY_DEFAULT = Set.of("LATCHKEY_GATEWAY_URL");

  private static final Set<String> OF_QUARKUS = Set.of("QUARKUS_SHUTDOWN_TIMEOUT");

  private static final Pattern SECRET = Pattern.compile("PASSWORD|_KEY|SECRET|AUTH_TOKEN|JAAS");

  @TempDir private Path folder;

  record Program(Overlay overlay, String name) {}

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  static Stream<Program> programs() {
    return Overlay.all().flatMap(overlay -> names().map(name -> new Program(overlay, name)));
  }

  static Stream<Program> everything() {
    return Overlay.all()
        .flatMap(overlay ->
            Stream.concat(names(), Stream.of("edge-voucher"))
                .map(name -> new Program(overlay, name)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_is_told_all_that_the_launcher_tells_it(Program program) throws IOException {
    var settings = Settings.of(program.name());
    var told = new Environment(program.overlay(), program.name()).names();

    assertThat(launcher(program.name()))
        .filteredOn(settings::reads)
        .filteredOn(name -> !LAPTOP.contains(name))
        .filteredOn(name -> !OTHERWISE.contains(name))
        .filteredOn(name -> !BY_DEFAULT.contains(name))
        .map(ClusterEnvironmentTest::withoutKeyId)
        .isSubsetOf(told.stream().map(ClusterEnvironmentTest::withoutKeyId).toList());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void nothing_is_left_to_a_default_that_fits_one_machine(Program program) {
    var told = new Environment(program.overlay(), program.name()).names();

    assertThat(Settings.of(program.name()).neededElsewhere()).isNotEmpty().isSubsetOf(told);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void it_is_told_nothing_that_it_does_not_read(Program program) {
    var settings = Settings.of(program.name());

    assertThat(new Environment(program.overlay(), program.name()).names())
        .filteredOn(name -> !OF_QUARKUS.contains(name))
        .filteredOn(name -> !isOfKafka(name))
        .allMatch(settings::reads);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void no_secret_stands_in_a_manifest_and_each_has_a_source(Program program) {
    var environment = new Environment(program.overlay(), program.name());

    assertThat(environment.literals().keySet()).noneMatch(name -> SECRET.matcher(name).find());
    environment.everyReferenceLeadsSomewhere();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void the_voucher_is_told_what_its_settings_name(Overlay overlay) throws IOException {
    var source =
        Files.readString(
            Overlay.ROOT.resolve(
                "deploy/local/gateway/src/main/java/dev/latchkey/local/gateway/VoucherConfig.java"));
    var names =
        Pattern.compile("\"(LATCHKEY_[A-Z_]+)\"")
            .matcher(source)
            .results()
            .map((MatchResult one) -> one.group(1))
            .filter(name -> !name.equals("LATCHKEY_EDGE_TIMEOUT_MS"))
            .collect(Collectors.toSet());

    assertThat(new Environment(overlay, "edge-voucher").names()).isEqualTo(names);
  }

  private Set<String> launcher(String name) throws IOException {
    var installation = new Installation(new House(folder), folder);
    var commands =
        new Commands(installation, Ports.from(java.util.Map.of()), Secrets.of(installation));
    return Stream.of(Owner.values())
        .filter(owner -> owner.service().equals(name))
        .findFirst()
        .map(commands::serviceEnvironment)
        .orElseGet(commands::webEnvironment)
        .keySet();
  }

  private static Stream<String> names() {
    return Stream.concat(Stream.of(Owner.values()).map(Owner::service), Stream.of("web"));
  }

  private static boolean isOfKafka(String name) {
    return name.startsWith("KAFKA_")
        && ConsumerConfig.configNames()
            .contains(name.substring(6).toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  /** A key ring's keys have ids, which are each installation's own. */
  private static String withoutKeyId(String name) {
    return name.replaceAll("_KEYS_[A-Z0-9]+$", "_KEYS_");
  }
}
