package dev.latchkey.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a sign-in shows of its answer. */
final class Shown {

  private Shown() {}

  /** The token goes to the keyring or the file, not into a terminal's history or a build's log. */
  static JsonNode withoutSecrets(JsonNode signedIn) {
    ObjectNode shown = signedIn.deepCopy();
    shown.remove("token");
    shown.remove("device");
    return shown;
  }
}
