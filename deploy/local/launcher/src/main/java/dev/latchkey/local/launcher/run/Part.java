package dev.latchkey.local.launcher.run;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Door;
import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of the platform that says over HTTP when it is ready: a service or the gateway. */
record Part(String name, Optional<Owner> service, Door internal) {

  static final Part GATEWAY = new Part("gateway", Optional.empty(), Door.GATEWAY_INTERNAL);

  /** In the order of starting. */
  static final List<Part> ALL =
      Stream.concat(Stream.of(Owner.values()).map(Part::of), Stream.of(GATEWAY)).toList();

  private static Part of(Owner owner) {
    return new Part(owner.service(), Optional.of(owner), Door.internal(owner));
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
    var command = service.isPresent() ? commands.service(app, aot) : commands.gateway(app, aot);
    var environment =
        service.map(commands::serviceEnvironment).orElseGet(commands::gatewayEnvironment);
    return Child.start(name, command, environment, app.folder(), installation.log(log));
  }
}
