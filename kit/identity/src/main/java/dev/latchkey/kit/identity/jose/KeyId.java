package dev.latchkey.kit.identity.jose;

import java.util.regex.Pattern;

/**
 * Id of a service key: the name of its service ({@code auth-service}), or that name, a dot and
 * which of its keys it is ({@code auth-service.2}). No service has a dot in its name, so nobody's
 * key id can be taken for another's.
 */
public final class KeyId {

  private static final Pattern WHICH = Pattern.compile("\\.[A-Za-z0-9_-]{1,32}");

  private KeyId() {}

  /** True when it is the id of a key of that service. */
  public static boolean belongs(String keyId, String service) {
    return !service.isEmpty()
        && service.indexOf('.') < 0
        && keyId.startsWith(service)
        && (keyId.length() == service.length()
            || WHICH.matcher(keyId.substring(service.length())).matches());
  }
}
