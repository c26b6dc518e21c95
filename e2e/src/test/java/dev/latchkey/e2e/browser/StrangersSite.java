package dev.latchkey.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** One page of somebody else, at another port: to browsers another origin, but the same site. */
final class StrangersSite implements AutoCloseable {

  private final HttpServer server;

  private StrangersSite(HttpServer server) {
    this.server = server;
  }

  static StrangersSite showing(String body) {
    var page = ("<!DOCTYPE html><title>Kittens</title>" + body).getBytes(UTF_8);
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(here, 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
          });
      server.start();
      return new StrangersSite(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address under a name of this machine. */
  String at(String host) {
    return "http://" + host + ":" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
