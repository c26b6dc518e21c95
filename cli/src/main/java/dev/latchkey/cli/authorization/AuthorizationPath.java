package dev.latchkey.cli.authorization;

import dev.latchkey.cli.invocation.Named;
import dev.latchkey.cli.invocation.SignedIn;
import java.util.List;

/** Where an authorization is. */
final class AuthorizationPath {

  private AuthorizationPath() {}

  /** Of an id, or of its beginning. */
  static String of(SignedIn signedIn, String typed) {
    return Authorizations.PATH
        + "/"
        + Named.id(signedIn, Authorizations.PATH, "authorization", typed, List.of());
  }
}
