package dev.latchkey.e2e.secrecy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/**
 * Takes traces over OTLP/HTTP. Protocol buffers have texts as they are, so they can be searched.
 */
final class Collector implements AutoCloseable {

  private final HttpServer server;
  private final List<String> batches = new CopyOnWriteArrayList<>();

  Collector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    var body = exchange.getRequestBody();
    try (var batch = zipped ? new GZIPInputStream(body) : body) {
      batches.add(new String(batch.readAllBytes(), ISO_8859_1));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What each export had, byte by byte. */
  List<String> batches() {
    return List.copyOf(batches);
  }

  boolean heardOf(String service) {
    return batches.stream().anyMatch(batch -> batch.contains(service));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
