package dev.latchkey.local.launcher.run;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Leash;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Secrets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line, on a leash, and the environment of each program of the platform. */
final class Commands {

  /** The same in the training run and afterwards, else the JVM refuses the cache. */
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /**
   * On a desk a heap grows when it is needed and shrinks again, and the second compiler stays out:
   * its work at the start of one process takes seconds of a core from all the others.
   */
  private static final List<String> SMALL =
      List.of(
          "-Xms32m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:TieredStopAtLevel=1");

  private static final List<String> SERVICE =
      List.of("-Xmx320m", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  private static final String NATIVE = "-Xmx160m";

  private static final List<String> GATEWAY =
      List.of("-Xmx128m", "-Dvertx.disableDnsResolver=true");

  private static final List<String> STORES = List.of("-Xmx384m");

  /**
   * More options for services and gateway, by whoever starts them; they win over the others. For
   * figures of throughput: {@code -XX:TieredStopAtLevel=4}, both compilers.
   */
  private static final List<String> GIVEN =
      Stream.of(System.getenv().getOrDefault("LATCHKEY_JAVA_OPTIONS", "").split(" "))
          .filter(option -> !option.isBlank())
          .toList();

  private static final String PUBLIC_URL = "LATCHKEY_PUBLIC_URL";
  private static final String TWILIO_ACCOUNT = "LATCHKEY_TWILIO_ACCOUNT_SID";

  private final Installation installation;
  private final Ports ports;
  private final Secrets secrets;

  Commands(Installation installation, Ports ports, Secrets secrets) {
    this.installation = installation;
    this.ports = ports;
    this.secrets = secrets;
  }

  /** The stores, with their arguments. */
  List<String> stores(App app, String aot) throws IOException {
    var arguments = new ArrayList<>(List.of("-cp", app.classPath()));
    arguments.add("dev.latchkey.local.infra.Infra");
    arguments.add("dir=" + installation.data());
    arguments.add("programs=" + installation.house().programs());
    for (var door : List.of(Door.POSTGRES, Door.REDIS, Door.KAFKA, Door.MAIL, Door.SMS)) {
      arguments.add(door.title() + "=" + ports.of(door));
    }
    return java(STORES, aot, arguments);
  }

  List<String> service(App app, String aot) throws IOException {
    if (app.isNative()) {
      return Leash.around(List.of(app.executable().toString(), NATIVE));
    }
    return java(with(SERVICE), aot, List.of("-jar", LeashJar.of(app).toString(), app.mainClass()));
  }

  List<String> gateway(App app, String aot) throws IOException {
    return java(
        with(GATEWAY), aot, List.of("-cp", app.classPath(), "dev.latchkey.local.gateway.Main"));
  }

  private static List<String> with(List<String> usual) {
    return Stream.concat(usual.stream(), GIVEN.stream()).toList();
  }

  /**
   * A Java program.
   *
   * @param aot the JVM's option about its AOT cache; empty for none
   */
  private static List<String> java(
      List<String> options, String aot, List<String> programAndArguments) {
    var command = new ArrayList<>(List.of(House.java().toString()));
    command.addAll(COMMON);
    command.addAll(SMALL);
    command.addAll(options);
    if (!aot.isEmpty()) {
      command.add(aot);
    }
    command.addAll(programAndArguments);
    return Leash.own(command);
  }

  /** Changes with the options: a cache that was trained with others is of no use. */
  static String optionsVersion() {
    return Integer.toHexString(List.of(COMMON, SMALL, SERVICE, GATEWAY, STORES, GIVEN).hashCode());
  }

  Map<String, String> storesEnvironment() {
    return Map.of(
        "LATCHKEY_PG_PASSWORD",
        secrets.postgres(),
        "LATCHKEY_TWILIO_AUTH_TOKEN",
        secrets.twilio(),
        PUBLIC_URL,
        publicUrl());
  }

  Map<String, String> serviceEnvironment(Owner owner) {
    var environment = new LinkedHashMap<>(common());
    environment.putAll(secrets.environment(owner));
    environment.put("LATCHKEY_HTTP_PORT", port(Door.of(owner)));
    environment.put("LATCHKEY_INTERNAL_PORT", port(Door.internal(owner)));
    environment.put("LATCHKEY_PG", ports.address(Door.POSTGRES));
    environment.put("LATCHKEY_REDIS", "redis://" + ports.address(Door.REDIS));
    environment.put("LATCHKEY_KAFKA", ports.address(Door.KAFKA));
    environment.put("LATCHKEY_SMTP_HOST", "127.0.0.1");
    environment.put("LATCHKEY_SMTP_PORT", port(Door.MAIL));
    if (owner == Owner.NOTIFICATION) {
      environment.putAll(twilio());
    }
    // On one machine everybody has the same address: a limit by it would meet the wrong people.
    environment.put("LATCHKEY_REGISTRATION_PER_ADDRESS_AND_HOUR", "100000");
    environment.put("LATCHKEY_PASSWORD_RESET_PER_CLIENT_AND_HOUR", "100000");
    environment.put("LATCHKEY_BROWSER_LOGIN_PER_CLIENT_AND_HOUR", "100000");
    environment.put("LATCHKEY_SMS_PER_NETWORK_AND_DAY", "100000");
    // At a desk nobody waits a day to see what the delay of a new number does.
    environment.put(
        "LATCHKEY_PHONE_DELAY", System.getenv().getOrDefault("LATCHKEY_PHONE_DELAY", "PT10S"));
    return environment;
  }

  /**
   * An account at the provider that sends nothing, which the service takes on a laptop only. Who
   * brings an account at Twilio along uses that.
   */
  private Map<String, String> twilio() {
    if (System.getenv(TWILIO_ACCOUNT) != null) {
      return Map.of();
    }
    return Map.of(
        TWILIO_ACCOUNT,
        "AC00000000000000000000000000000000",
        "LATCHKEY_TWILIO_AUTH_TOKEN",
        secrets.twilio(),
        "LATCHKEY_TWILIO_FROM",
        "+15005550006",
        "LATCHKEY_TWILIO_URL",
        ports.url(Door.SMS));
  }

  /** No store and no service: web knows the gateway and nothing behind it. */
  Map<String, String> webEnvironment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put(PUBLIC_URL, publicUrl());
    environment.put("LATCHKEY_GATEWAY_URL", ports.url(Door.GATEWAY));
    environment.put("LATCHKEY_HTTP_PORT", port(Door.WEB));
    environment.put("LATCHKEY_INTERNAL_PORT", port(Door.WEB_INTERNAL));
    environment.put("LATCHKEY_SERVICE_KEY", secrets.serviceKey(Asker.WEB.caller()));
    environment.put("LATCHKEY_WEB_FORM_KEY", secrets.webForm());
    environment.put("LATCHKEY_WEB_PLAIN_HTTP", "LOOPBACK");
    return environment;
  }

  Map<String, String> gatewayEnvironment() {
    var environment = new LinkedHashMap<>(common());
    environment.put("LATCHKEY_PORT", port(Door.GATEWAY));
    environment.put("LATCHKEY_GATEWAY_INTERNAL_PORT", port(Door.GATEWAY_INTERNAL));
    environment.put("LATCHKEY_SERVICE_KEY", secrets.serviceKey("gateway"));
    environment.put(
        "LATCHKEY_GATEWAY_MANIFESTS",
        installation.house().root().resolve("deploy/gateway").toString());
    for (var owner : Owner.values()) {
      environment.put(Door.of(owner).variable(), port(Door.of(owner)));
    }
    environment.put(Door.WEB.variable(), port(Door.WEB));
    return environment;
  }

  private Map<String, String> common() {
    var environment = new LinkedHashMap<String, String>();
    environment.put(PUBLIC_URL, publicUrl());
    for (var owner : Owner.values()) {
      environment.put("LATCHKEY_" + owner.name() + "_URL", ports.url(Door.internal(owner)));
    }
    return environment;
  }

  private String publicUrl() {
    return System.getenv().getOrDefault(PUBLIC_URL, ports.url(Door.GATEWAY));
  }

  private String port(Door door) {
    return Integer.toString(ports.of(door));
  }
}
