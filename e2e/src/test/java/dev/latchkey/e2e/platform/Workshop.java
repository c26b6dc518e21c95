package dev.latchkey.e2e.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./dev} beside the platform that all share: data and ports of its own. */
public final class Workshop {

  private static final long PATIENCE_S = 600;

  private final Path root;
  private final Path data;
  private final int base;

  private Workshop(Path root, Path data, int base) {
    this.root = root;
    this.data = data;
    this.base = base;
  }

  /** An empty one; what an earlier run left is stopped and deleted. */
  public static Workshop beside(Platform platform, String name) {
    var data = platform.root().resolve("e2e/target").resolve(name);
    var workshop = new Workshop(platform.root(), data, Launching.freeBase());
    var unused = workshop.dev("down");
    Launching.delete(data);
    return workshop;
  }

  /** Other data, the same ports. */
  public Workshop onTheSamePorts(String name) {
    return new Workshop(root, data.resolveSibling(name), base);
  }

  /** Runs {@code ./dev}, whatever comes of it. */
  public Shell.Result dev(String... words) {
    var command = new ArrayList<>(List.of(root.resolve("dev").toString()));
    command.addAll(List.of(words));
    var port = String.valueOf(base);
    var environment =
        Map.of("LATCHKEY_DATA", data.toString(), "LATCHKEY_PORT_BASE", port, "LATCHKEY_PORT", port);
    return Shell.run(root, environment, command, PATIENCE_S);
  }

  /** Every process that {@code up.json} names and that is alive, but for the supervisor. */
  public List<ProcessHandle> processes() {
    return state().path("processes").valueStream().map(Workshop::handle).toList().stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The process that runs the platform. */
  public ProcessHandle supervisor() {
    return handle(state().path("supervisor")).orElseThrow();
  }

  /** The seeded people with their secrets. */
  public JsonNode seeded() {
    return read("people.json");
  }

  public People people() {
    return new People(new Api(url()), data.resolve("mail"));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + base);
  }

  private JsonNode state() {
    return read("up.json");
  }

  private JsonNode read(String name) {
    try {
      return Json.read(Files.readString(data.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> handle(JsonNode process) {
    return ProcessHandle.of(process.path("pid").asLong()).filter(ProcessHandle::isAlive);
  }
}
