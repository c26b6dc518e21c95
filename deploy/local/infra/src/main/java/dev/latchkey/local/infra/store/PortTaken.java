package dev.latchkey.local.infra.store;

/** Somebody else listens on a port. The message names the port and, where visible, who it is. */
public final class PortTaken extends Exception {

  private static final long serialVersionUID = 1L;

  PortTaken(String store, int port) {
    super(
        "port %d for %s is taken by %s"
            .formatted(
                port,
                store,
                PortHolder.of(port)
                    .map(PortHolder::describe)
                    .orElse("a process that is not visible to this user")));
  }
}
