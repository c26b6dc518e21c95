package dev.latchkey.cli.operator.inside;

/** A service that operators ask, and the variable that says where its internal port is. */
public enum Service {
  AUTH("auth-service", "LATCHKEY_AUTH_SERVICE"),
  MFA("mfa-service", "LATCHKEY_MFA_SERVICE"),
  NOTIFICATION("notification-service", "LATCHKEY_NOTIFICATION_SERVICE");

  private final String title;
  private final String variable;

  Service(String title, String variable) {
    this.title = title;
    this.variable = variable;
  }

  /** Its name, which is also the audience of a credential for it. */
  public String title() {
    return title;
  }

  public String variable() {
    return variable;
  }
}
