package dev.latchkey.cli.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.Ran;
import dev.latchkey.cli.terminal.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** An operator at work: Anna, with her key, and the services. */
final class Desk implements AutoCloseable {

  static final String ID = "01234567-89ab-4def-8123-456789abcdef";
  static final String ACCOUNTS = "/internal/operator/accounts/";

  private static final String ACCOUNT =
      """
      {"id":"%s","email":"alice@example.com","created_at":"2026-01-02T03:04:05Z","last_login":null,\
      "two_factor_since":"2026-02-03T04:05:06Z","epoch":4,"sessions":[{"id":\
      "fedcba98-7654-4210-8123-456789abcdef","description":"Firefox\\u001b[2J","client":"Mozilla/5.0",\
      "ip":"192.0.2.7","created_at":"2026-11-20T10:00:00Z"}]}\
      """
          .formatted(ID);

  private final Path home;
  private final Path key;
  private final InsidePorts ports;

  private Desk(Path home, Path key, InsidePorts ports) {
    this.home = home;
    this.key = key;
    this.ports = ports;
  }

  /** With an account that is found. */
  static Desk in(Path home) throws IOException, GeneralSecurityException {
    var made = MadeKey.p256();
    var ports = new InsidePorts(Map.of("operator.anna", made.pair().getPublic()));
    ports.says(InsidePorts.AUTH, "POST " + ACCOUNTS + "actions/find", 200, ACCOUNT);
    return new Desk(home, made.in(home, "operator.anna.pem"), ports);
  }

  InsidePorts ports() {
    return ports;
  }

  Path key() {
    return key;
  }

  Ran run(String line) {
    return run(Map.of(), line);
  }

  /** With other variables than the usual. */
  Ran run(Map<String, String> changes, String line) {
    var environment = new HashMap<>(ports.environment());
    environment.put("LATCHKEY_OPERATOR_KEY", key.toString());
    environment.putAll(changes);
    return Ran.latchOperator(home, environment, line.split(" "));
  }

  /** A time as whoever reads it sees it. */
  static String minute(String time) {
    return Moment.of(JsonNodeFactory.instance.textNode(time)).minute();
  }

  @Override
  public void close() {
    ports.close();
  }
}
