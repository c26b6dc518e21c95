package dev.latchkey.contracts.endpoint;

import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.util.List;
import java.util.Set;

/**
 * One row of the endpoint table.
 *
 * @param verb HTTP method
 * @param path template; a part in braces matches any one part but an empty one and {@code ~}
 * @param owner service that answers
 * @param credentials kinds that are accepted; none means that the endpoint is anonymous
 * @param scopes one of these is enough
 * @param stepUp proof asked for beside the credential
 */
public record Endpoint(
    Verb verb,
    String path,
    Owner owner,
    Set<CredentialKind> credentials,
    Set<Scope> scopes,
    StepUp stepUp) {

  public Endpoint {
    credentials = Set.copyOf(credentials);
    scopes = Set.copyOf(scopes);
  }

  /** True when no credential is asked for; one that is sent is not looked at. */
  public boolean anonymous() {
    return credentials.isEmpty();
  }

  /** True when this endpoint signs somebody in with a password. */
  public boolean signsIn() {
    return credentials.contains(CredentialKind.PASSWORD);
  }

  /** True when a password alone, with the second factor still due, is enough. */
  public boolean takesFirstFactor() {
    return credentials.contains(CredentialKind.FIRST_FACTOR);
  }

  /** True when a credential with these scopes reaches this endpoint. */
  public boolean allows(Set<Scope> held) {
    return held.stream().anyMatch(scopes::contains);
  }

  /** The template's parts, without the leading slash. */
  List<String> parts() {
    return parts(path);
  }

  static List<String> parts(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  boolean matches(List<String> actual) {
    return matches(parts(), actual);
  }

  /** True when a path fits a template, part by part. */
  static boolean matches(List<String> own, List<String> actual) {
    if (own.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < own.size(); i++) {
      var part = own.get(i);
      boolean fits = part.startsWith("{") ? isId(actual.get(i)) : part.equals(actual.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** {@code ~} is the caller's own and has rows of its own: nothing else is done to it. */
  private static boolean isId(String actual) {
    return !actual.isEmpty() && !actual.equals("~");
  }

  /** How many parts are fixed: {@code /oauth/authorizations/~} beats {@code .../{id}}. */
  int fixedParts() {
    return (int) parts().stream().filter(part -> !part.startsWith("{")).count();
  }
}
