package dev.latchkey.contracts.endpoint;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has a key of its own for service credentials. What each may ask inside is in {@link
 * InternalEndpoints}: nothing else.
 */
public enum Asker {
  AUTH(Owner.AUTH.service()),
  MFA(Owner.MFA.service()),
  TOKEN(Owner.TOKEN.service()),
  NOTIFICATION(Owner.NOTIFICATION.service()),

  /** Asks the edge who a request is. */
  GATEWAY("gateway"),

  /** The sshd of a git server asks whose a key is. Its key lies on another machine. */
  GIT("git"),

  /** The pages: a client of the public API, whose key says whose address a request has. */
  WEB("web"),

  /** The people who run the platform. No process of it holds this key. */
  OPERATOR("operator");

  private final String caller;

  Asker(String caller) {
    this.caller = caller;
  }

  /** Its name in a service credential. */
  public String caller() {
    return caller;
  }

  /** True when its key is used by no process of the platform, but elsewhere. */
  public boolean elsewhere() {
    return this == GIT || this == OPERATOR;
  }

  /** Who has that name; nothing for a stranger. */
  public static Optional<Asker> named(String caller) {
    return Stream.of(values()).filter(asker -> asker.caller.equals(caller)).findFirst();
  }
}
