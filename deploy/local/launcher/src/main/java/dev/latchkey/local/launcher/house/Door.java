package dev.latchkey.local.launcher.house;

import dev.latchkey.contracts.endpoint.Owner;

/** Everything that listens on a port. */
public enum Door {
  GATEWAY("gateway", "LATCHKEY_PORT", 8080, 0),
  GATEWAY_INTERNAL("gateway.internal", "LATCHKEY_GATEWAY_INTERNAL_PORT", 9180, 1),
  AUTH("auth-service", "LATCHKEY_AUTH_PORT", 8181, 11),
  AUTH_INTERNAL("auth-service.internal", "LATCHKEY_AUTH_INTERNAL_PORT", 9181, 21),
  MFA("mfa-service", "LATCHKEY_MFA_PORT", 8182, 12),
  MFA_INTERNAL("mfa-service.internal", "LATCHKEY_MFA_INTERNAL_PORT", 9182, 22),
  TOKEN("token-service", "LATCHKEY_TOKEN_PORT", 8183, 13),
  TOKEN_INTERNAL("token-service.internal", "LATCHKEY_TOKEN_INTERNAL_PORT", 9183, 23),
  NOTIFICATION("notification-service", "LATCHKEY_NOTIFICATION_PORT", 8184, 14),
  NOTIFICATION_INTERNAL(
      "notification-service.internal", "LATCHKEY_NOTIFICATION_INTERNAL_PORT", 9184, 24),
  WEB("web", "LATCHKEY_WEB_PORT", 8185, 15),
  WEB_INTERNAL("web.internal", "LATCHKEY_WEB_INTERNAL_PORT", 9185, 25),
  POSTGRES("postgres", "LATCHKEY_PG_PORT", 15432, 31),
  REDIS("redis", "LATCHKEY_REDIS_PORT", 16379, 32),
  KAFKA("kafka", "LATCHKEY_KAFKA_PORT", 19092, 33),
  MAIL("mail", "LATCHKEY_SMTP_PORT", 12525, 34),
  SMS("sms", "LATCHKEY_SMS_PORT", 18090, 35);

  private final String title;
  private final String variable;
  private final int usual;
  private final int offset;

  Door(String title, String variable, int usual, int offset) {
    this.title = title;
    this.variable = variable;
    this.usual = usual;
    this.offset = offset;
  }

  /** The name in {@code up.json} and in messages. */
  public String title() {
    return title;
  }

  /** The environment variable that changes the port. */
  public String variable() {
    return variable;
  }

  int usual() {
    return usual;
  }

  /** Distance from {@code LATCHKEY_PORT_BASE}, where that is set. */
  int offset() {
    return offset;
  }

  /** The public port of a service. */
  public static Door of(Owner owner) {
    return Door.valueOf(owner.name());
  }

  /** The internal port of a service. */
  public static Door internal(Owner owner) {
    return Door.valueOf(owner.name() + "_INTERNAL");
  }
}
