package dev.latchkey.kit.identity;

/** The service that makes an internal request. Inject it behind {@code /internal}. */
public class ServiceCaller {

  private final String name;
  private final String keyId;

  /**
   * @param keyId id of the key that signed: the name, or the name, a dot and which
   */
  public ServiceCaller(String name, String keyId) {
    this.name = name;
    this.keyId = keyId;
  }

  /** For the proxy alone: it never reads a field. */
  protected ServiceCaller() {
    this("", "");
  }

  /** Its name: {@code mfa-service}. */
  public String name() {
    return name;
  }

  /**
   * Which of the caller's keys signed. No two keys are the same ({@code CallerKeys}), so where each
   * person has one ({@code operator.anna}) it tells them apart.
   */
  public String keyId() {
    return keyId;
  }

  @Override
  public String toString() {
    return "ServiceCaller[" + keyId + "]";
  }
}
