package dev.latchkey.contracts.endpoint;

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

  /** The service's name: in routes, service credentials and CloudEvents sources. */
  public String service() {
    return service;
  }
}
