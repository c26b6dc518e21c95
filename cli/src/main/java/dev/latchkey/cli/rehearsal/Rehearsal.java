package dev.latchkey.cli.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.cli.Latch;
import dev.latchkey.cli.credential.Credentials;
import dev.latchkey.cli.credential.Kept;
import dev.latchkey.cli.credential.Kept.Kind;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.platform.PlatformUrl;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * Runs the usual commands once, so that the JVM learns what to have ready (install.sh). What
 * answers is on loopback and in this process, and nothing is read or written but below a folder of
 * its own.
 */
public final class Rehearsal {

  private static final String ACCOUNT =
      """
      {"id":"01234567-89ab-4def-8123-456789abcdef","email":"rehearsal@example.com",\
      "two_factor_authentication":true}\
      """;
  private static final String LIST =
      """
      [{"id":"01234567-89ab-4def-8123-456789abcdef","description":"a rehearsal","scope":["global"],\
      "created_at":"2026-11-21T12:00:00Z","access_token":{"token":"lkat_*","expires_in":60}}]\
      """;

  private Rehearsal() {}

  public static void main(String[] none) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var platform = HttpServer.create(loopback, 0);
    platform.createContext("/", exchange -> answer(exchange, LIST));
    platform.createContext("/account", exchange -> answer(exchange, ACCOUNT));
    platform.start();
    var home = Files.createTempDirectory("latch-rehearsal");
    try {
      run("http://127.0.0.1:" + platform.getAddress().getPort(), home);
    } finally {
      platform.stop(0);
      delete(home);
    }
  }

  private static void run(String url, Path home) {
    var kept =
        new Kept(PlatformUrl.of(url), "rehearsal@example.com", Kind.BROUGHT, "lkat_none", null);
    var unused = Credentials.of(Map.of(), home).keep(kept);
    for (var command : new String[] {"whoami", "authorizations", "sessions", "--help", "2fa"}) {
      unused = Latch.run(surroundings(home), command) == 0;
    }
  }

  private static Surroundings surroundings(Path home) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var terminal = new Terminal(InputStream.nullInputStream(), nowhere);
    var screen = new Screen(nowhere, nowhere, terminal, Map.of(), false);
    var clock = Surroundings.ofThisProcess().clock();
    return new Surroundings(Map.of(), home, clock, terminal, screen);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void delete(Path home) throws IOException {
    try (var all = Files.walk(home)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
