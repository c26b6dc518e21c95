package dev.latchkey.local.launcher.house;

import dev.latchkey.contracts.endpoint.Asker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * One platform's data on this machine: databases, secrets, people, mail, texts, logs.
 *
 * @param house the repository it is run from
 * @param data the folder; kept until {@code ./dev reset}
 */
public record Installation(House house, Path data) {

  /**
   * The one a command is about.
   *
   * @param given by {@code --data}; else {@code LATCHKEY_DATA}, else {@code .run/data}
   */
  public static Installation of(Optional<Path> given) {
    var house = House.here();
    var data =
        given
            .or(() -> Optional.ofNullable(System.getenv("LATCHKEY_DATA")).map(Path::of))
            .orElse(house.run().resolve("data"));
    return new Installation(house, data.toAbsolutePath().normalize());
  }

  /** Makes the folders; others may pass through (PostgreSQL runs as somebody else) but not look. */
  public void make() throws IOException {
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    for (var folder : new Path[] {logs(), orders()}) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  public Path logs() {
    return data.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** Keys and passwords made for this installation. */
  public Path secrets() {
    return data.resolve("secrets.json");
  }

  /** The private key of who asks an internal endpoint and is no process of the platform. */
  public Path key(Asker asker) {
    return key(asker.caller());
  }

  /** The same by the id of the key, where there are several. */
  public Path key(String id) {
    return data.resolve(id + ".pem");
  }

  /** The seeded people with their passwords and TOTP secrets. */
  public Path people() {
    return data.resolve("people.json");
  }

  /** What runs, for other commands and for tests: see {@link RunningState}. */
  public Path state() {
    return data.resolve("up.json");
  }

  /** Held by the one process that runs the platform. */
  public Path lock() {
    return data.resolve("up.lock");
  }

  /** What other commands ask of the running platform, a file each. */
  public Path orders() {
    return data.resolve("orders");
  }

  /** Mails that were not really sent, {@code <address>/<millis>-<n>.eml}. */
  public Path mail() {
    return data.resolve("mail");
  }

  /** Texts that were not really sent, {@code <number>/<millis>-<n>.txt}. */
  public Path sms() {
    return data.resolve("sms");
  }
}
