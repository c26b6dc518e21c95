package dev.latchkey.kit.identity;

/** The service that makes an internal request. Inject it behind {@code /internal}. */
public class ServiceCaller {

  private final String name;

  public ServiceCaller(String name) {
    this.name = name;
  }

  /** For the proxy alone: it never reads the field. */
  protected ServiceCaller() {
    this("");
  }

  /** Its name: {@code mfa-service}. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "ServiceCaller[" + name + "]";
  }
}
