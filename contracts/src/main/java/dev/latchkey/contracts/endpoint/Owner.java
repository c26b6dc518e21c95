package dev.latchkey.contracts.endpoint;

import java.util.stream.Stream;

/** The service that owns an endpoint; also the name of a caller in a service credential. */
public enum Owner {
  AUTH("auth-service"),
  MFA("mfa-service"),
  TOKEN("token-service"),
  NOTIFICATION("notification-service");

  private final String service;

  Owner(String service) {
    this.service = service;
  }

  /**
   * The service of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Owner named(String service) {
    return Stream.of(values())
        .filter(owner -> owner.service.equals(service))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service of the house: " + service));
  }

  /** The service's name: in routes, service credentials and CloudEvents sources. */
  public String service() {
    return service;
  }
}
