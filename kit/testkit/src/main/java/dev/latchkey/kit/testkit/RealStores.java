package dev.latchkey.kit.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Real PostgreSQL, Redis, Kafka and a mailbox that sends nothing, started once a test JVM, and all
 * the configuration that a service needs. One test class of a module has the annotation
 * {@code @QuarkusTestResource(RealStores.class)}, which then holds for all its tests. The service
 * is the module's name up to {@code -service}, or the argument {@code service}.
 *
 * <p>Plain tests use the static methods alone.
 */
public final class RealStores implements QuarkusTestResourceLifecycleManager {

  private static final String MOST = "stores";
  private static final String KAFKA = "kafka";

  private String service = Path.of("").toAbsolutePath().toFile().getName().replace("-service", "");

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", service);
  }

  @Override
  public Map<String, String> start() {
    // Both are launched before either is waited for.
    var most = most();
    kafkaProcess().ready();
    most.ready();
    return ServiceSettings.of(service);
  }

  @Override
  public void stop() {
    // All tests of this JVM share them; they end with it.
  }

  public static RealStore postgres() {
    return new RealStore("postgres", most());
  }

  public static RealStore redis() {
    return new RealStore("redis", most());
  }

  /** Runs in a process of its own so that it can be hurt alone. */
  public static RealStore kafka() {
    return new RealStore(KAFKA, kafkaProcess());
  }

  /** The SMTP server. */
  public static RealStore mail() {
    return new RealStore("mail", most());
  }

  /** Mails are here, {@code <address>/<millis>-<n>.eml}. */
  public static Path mailFolder() {
    return InfraProcess.directory(MOST).resolve("mail");
  }

  /**
   * A connection of one's own to a service's database, as its role.
   *
   * @param service {@code auth}, {@code mfa}, {@code token} or {@code notification}
   */
  public static Connection database(String service) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(service), service, service);
  }

  static String jdbcUrl(String service) {
    return "jdbc:postgresql://" + postgres().address() + "/" + service;
  }

  private static InfraProcess most() {
    return InfraProcess.get(MOST, "stores=postgres,redis,mail", "postgres=0", "redis=0", "mail=0");
  }

  private static InfraProcess kafkaProcess() {
    return InfraProcess.get(KAFKA, "stores=kafka", "kafka=0");
  }
}
