package dev.latchkey.local.launcher.run;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of the platform that says over HTTP when it is ready: a service, web or the gateway.
 *
 * @param quarkus true for a program in Quarkus' packaging, false for the gateway
 * @param environment which of the commands' it runs in
 */
record Part(
    String name,
    Door internal,
    boolean quarkus,
    Function<Commands, Map<String, String>> environment) {

  static final Part GATEWAY =
      new Part("gateway", Door.GATEWAY_INTERNAL, false, Commands::gatewayEnvironment);

  private static final Part WEB =
      new Part(Asker.WEB.caller(), Door.WEB_INTERNAL, true, Commands::webEnvironment);

  /** In the order of starting. */
  static final List<Part> ALL =
      Stream.concat(Stream.of(Owner.values()).map(Part::of), Stream.of(WEB, GATEWAY)).toList();

  private static Part of(Owner owner) {
    return new Part(
        owner.service(),
        Door.internal(owner),
        true,
        commands -> commands.serviceEnvironment(owner));
  }

  static Optional<Part> named(String name) {
    return ALL.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /**
   * Starts it.
   *
   * @param aot the JVM's option about its AOT cache
   * @param log its name
   */
  Child start(Installation installation, Commands commands, App app, String aot, String log)
      throws IOException {
    var command = quarkus ? commands.service(app, aot) : commands.gateway(app, aot);
    return Child.start(
        name, command, environment.apply(commands), app.folder(), installation.log(log));
  }
}
