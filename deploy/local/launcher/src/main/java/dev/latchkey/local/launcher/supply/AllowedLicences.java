package dev.latchkey.local.launcher.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The licences that a component may have, from {@code deploy/licences/allowed.txt}: a licence a
 * line; or a component, an equals sign, the one licence that is allowed to it alone, and why.
 */
public final class AllowedLicences {

  private final Set<String> licences = new HashSet<>();
  private final Map<String, String> exceptions = new HashMap<>();

  private AllowedLicences() {}

  /**
   * Reads the list of a house.
   *
   * @throws IOException when it can't be read, or has an exception without a reason
   */
  public static AllowedLicences of(Path root) throws IOException {
    return read(Files.readAllLines(root.resolve("deploy/licences/allowed.txt")));
  }

  static AllowedLicences read(List<String> lines) throws IOException {
    var allowed = new AllowedLicences();
    for (var line : lines) {
      var parts = line.split("#", 2);
      var said = parts[0].strip();
      var pair = said.split(" = ", 2);
      if (pair.length == 2) {
        if (parts.length < 2 || parts[1].isBlank()) {
          throw new IOException("an exception without a reason: " + line);
        }
        allowed.exceptions.put(pair[0].strip(), pair[1].strip());
      } else if (!said.isEmpty()) {
        allowed.licences.add(said);
      }
    }
    return allowed;
  }

  /** What of a CycloneDX bill of materials is not allowed, in its order. */
  public List<String> refused(JsonNode bill) {
    return Component.of(bill).stream()
        .filter(component -> !allows(component))
        .map(Component::toString)
        .toList();
  }

  /** Exceptions that no component of the bill needs: they would let in what nobody looked at. */
  public List<String> unused(JsonNode bill) {
    var names = Component.of(bill).stream().map(Component::name).toList();
    return exceptions.keySet().stream().filter(name -> !names.contains(name)).sorted().toList();
  }

  private boolean allows(Component component) {
    var exception = exceptions.get(component.name());
    return component.licences().stream()
        .anyMatch(licence -> licences.contains(licence) || licence.equals(exception));
  }
}
