package dev.latchkey.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Option;

/** The platform that is measured, as {@code ./dev bench} tells of it. */
public final class Running {

  @Option(names = "--url", required = true, description = "The gateway.")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--mail", required = true, description = "The local mailbox.")
  private Path mail = Path.of("mail");

  @Option(
      names = "--state",
      defaultValue = "${sys:latchkey.state}",
      description = "What runs where, as ./dev up says it.")
  private Path state = Path.of("up.json");

  public URI url() {
    return url;
  }

  public Api api() {
    return new Api(url);
  }

  public Path mail() {
    return mail;
  }

  /** Who signs up there. */
  public People people() {
    return new People(api(), mail);
  }

  /** A port by name, such as {@code auth-service.internal}. */
  public int port(String name) {
    return up().at("/ports/" + name).asInt();
  }

  /** Ports and processes. */
  public JsonNode up() {
    return Json.read(read(state));
  }

  /** The process of a service, a store or the gateway. */
  public long process(String name) {
    return up().at("/processes/" + name + "/pid").asLong();
  }

  /** One of the installation's keys. */
  public String secret(String name) {
    return Json.read(read(state.resolveSibling("secrets.json"))).at("/" + name).asText();
  }

  /** PostgreSQL's superuser, in one of its databases. */
  public Superuser superuser(String database) throws SQLException {
    return Superuser.of(
        port("postgres"), read(state.resolveSibling("postgres.superuser")).strip(), database);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
